import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openBrowser, overflow, ready, visitAs } from './browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ pages: 'built' }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const register = [
  'STT,Họ và tên,Ngày sinh,Giới tính,Số nhà,Đường,Khu phố,Quan hệ với chủ hộ,Số hộ',
  '1,Đặng Văn Một,05/06/1970,Nam,78/1,Tô Hiến Thành,Khu phố 1,01,B1',
  '2,Đặng Thị Hai,01/01/1975,Nữ,78/1,Tô Hiến Thành,Khu phố 1,02,B1',
].join('\n');

test('numbers in place of relations are asked for in the wizard, on a phone too, and stay as they were said', async () => {
  const { page, context, troubles } = await visitAs(browser, server, 'hotich');
  await page.goto('/imports/new');
  await ready(page);
  await page.locator('#file').setInputFiles({ name: 'so.csv', mimeType: 'text/csv', buffer: Buffer.from(register) });
  await page.getByRole('button', { name: 'Tải lên và đọc' }).click();
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
  const head = page.getByRole('combobox', { name: 'Số 1 là' });
  await head.waitFor({ timeout: 60_000 });
  const issue = page.getByText('Quan hệ với chủ hộ ghi bằng số; hãy chọn mỗi số là quan hệ gì.').first();
  expect(await issue.isVisible()).toBe(true);
  expect(await head.inputValue()).toBe('');
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await overflow(page)).toBe(0);
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    interface Result {
      violations: { id: string; impact: string }[];
    }
    const { axe: found } = window as typeof window & { axe: { run(): Promise<Result> } };
    const { violations: all } = await found.run();
    return all.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id);
  });
  expect(violations).toEqual([]);
  await head.selectOption('Chủ hộ');
  await page.getByRole('combobox', { name: 'Số 2 là' }).selectOption('Vợ');
  await page.getByRole('button', { name: 'Kiểm tra lại', exact: true }).click();
  await issue.waitFor({ state: 'detached', timeout: 60_000 });
  await page.getByRole('button', { name: /^Ghi 2 dòng tốt$/ }).waitFor({ timeout: 60_000 });
  expect(await page.locator('select[name=relation-1]').inputValue()).toBe('head');
  expect(await page.locator('select[name=relation-2]').inputValue()).toBe('wife');
  expect(troubles).toEqual([]);
  await context.close();
}, 120_000);
