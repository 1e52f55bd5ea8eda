import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openBrowser, overflow, visitAs } from './browser.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ pages: 'built' }), openBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const register = [
  'Họ và tên,Ngày sinh,Giới tính,Số nhà,Đường,Khu phố,Số hộ,Quan hệ với chủ hộ',
  'Nguyễn Văn Ảnh,05/06/1970,Nam,77/1,Tô Hiến Thành,Xóm Gò,A1,Chủ hộ',
  'Trần Thị Ưng,31/01/1975,Nữ,77/1,Tô Hiến Thành,Xóm Gò,A1,Vợ',
  'Lê Văn Ý,1980,Nam,79,Tô Hiến Thành,88,A2,Chủ hộ',
].join('\n');

/** Puts the file in by the API and answers the import's page. */
async function uploadAs(role: string): Promise<{ username: string; path: string }> {
  const account = server.accounts.find((one) => one.role === role);
  if (!account) throw new Error(`the demo ward has no ${role}`);
  const body = new FormData();
  body.append('unit', account.unit);
  body.append('file', new Blob([register], { type: 'text/csv' }), 'sổ.csv');
  const cookie = await server.signIn(account.username);
  const response = await fetch(`${server.origin}/api/imports`, { method: 'POST', headers: { cookie }, body });
  const { importId }: { importId: string } = await response.json();
  return { username: account.username, path: `/imports/${importId}` };
}

const phone = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };
const title = 'Khu phố có trong tệp mà phường chưa có';
const button = { name: 'Lập các khu phố này' };
const listed = ['88 1 dòng', 'Xóm Gò 2 dòng'];

/** Without script a page is asked for again until it shows what is waited for. */
async function openUntil(page: Page, path: string, shown: Locator): Promise<void> {
  do await page.goto(path);
  while (!(await shown.isVisible()));
}

async function texts(items: Locator): Promise<string[]> {
  return (await items.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
}

test('who may import and not plan sees the neighbourhoods of the file and no button', { timeout: 60_000 }, async () => {
  const { username, path } = await uploadAs('civil_status');
  const { page, context } = await visitAs(browser, server, username, phone);
  const places = page.getByRole('region', { name: title });
  await openUntil(page, path, places);
  expect(await texts(places.getByRole('listitem'))).toEqual(listed);
  expect(await places.getByRole('button').count()).toBe(0);
  await context.close();
});

test('the neighbourhoods of a register are established on a phone, without script', { timeout: 60_000 }, async () => {
  const { username, path } = await uploadAs('administrator');
  const { page, context } = await visitAs(browser, server, username, phone);
  const places = page.getByRole('region', { name: title });
  await openUntil(page, path, places);
  expect(await texts(places.getByRole('listitem'))).toEqual(listed);
  expect(await overflow(page)).toBe(0);
  await places.getByRole('button', button).click();
  await openUntil(page, path, page.getByRole('button', { name: 'Ghi 3 dòng tốt' }));
  expect(await places.count()).toBe(0);
  await page.goto('/admin/units');
  expect(await page.locator('main').innerText()).toMatch(/Khu phố 88[^]*Xóm Gò/);
  await context.close();
});
