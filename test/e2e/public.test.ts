import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pdfOf } from '@nocgia/services/dossiers/file/testing/pictures.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openBrowser, overflow, ready, visit, visitAs } from './browser.ts';
import { openOneStop, procedureName } from './one-stop.ts';

let server: TestServer;
let browser: Browser;
let procedureId: string;
/** The server's clock, ahead of the browser's: nobody types as fast as a test. */
let ahead = 0;
beforeAll(async () => {
  const now = () => new Date(Date.now() + ahead);
  [server, browser] = await Promise.all([startTestServer({ pages: 'built', now }), openBrowser()]);
  procedureId = (await openOneStop(server)).procedureId;
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const phone = { viewport: { width: 360, height: 780 } };
const scanned = { name: 'tờ khai.pdf', mimeType: 'application/pdf', buffer: pdfOf('tờ khai của tôi') };
const active = {
  name: 'tự chạy.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(pdfOf('x').toString('latin1').replace('/Catalog', '/Catalog/AA<</JavaScript 3 0 R>>'), 'latin1'),
};

const go = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).locator('visible=true').click();
const step = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true }).waitFor();

async function fillWho(page: Page, name: string): Promise<void> {
  await page.getByLabel('Họ và tên, hoặc tên tổ chức').fill(name);
  await page.getByRole('textbox', { name: 'Số điện thoại', exact: true }).fill('0903 111 222');
}

/** What the desk sees of what came from home under a name. */
async function atDesk(name: string) {
  await server.projecting.waitFor(await server.platform.log.store.head(), 20_000);
  const { data } = await server.query<{ dossiers: { items: { id: string; files: { name: string }[] }[] } }>(
    await server.signIn('tiepnhan'),
    'query ($name: String!) { dossiers(drawer: incoming, text: $name) { items { id files { name } } } }',
    { name },
  );
  return data?.dossiers.items ?? [];
}

async function until<T>(look: () => Promise<T>, good: (seen: T) => boolean): Promise<T> {
  for (let tries = 0; tries < 100 && !good(await look()); tries++) await new Promise((done) => setTimeout(done, 50));
  return look();
}

test('on a phone: found, read, filled in with a draft that outlives a reload, sent, and the code in hand', async () => {
  const { context, page, troubles, elsewhere } = await visit(browser, server.origin, phone);
  await page.goto('/services');
  await page.getByLabel('Tên thủ tục hoặc mã').fill('tinh trang hon nhan');
  await go(page, 'Tìm');
  await page.getByRole('link', { name: new RegExp(procedureName) }).click();
  await page.getByText('Phường đã có trong sổ dân cư').waitFor();
  expect(await overflow(page)).toBe(0);
  await page.getByRole('link', { name: 'Nộp trực tuyến', exact: true }).click();
  await step(page, 'Người nộp');
  await ready(page);
  await go(page, 'Tiếp tục');
  await page.getByText('Còn 2 mục cần sửa.').waitFor();
  await fillWho(page, 'Đỗ Thị Có Mạng');
  await page.getByLabel('Tôi nộp thay người khác').check();
  await page.getByLabel('Họ và tên người nộp thay').waitFor();
  await page.getByLabel('Tôi nộp thay người khác').uncheck();
  await page.reload();
  await page.getByText('Đã mở lại bản nháp').waitFor();
  expect(await page.getByLabel('Họ và tên, hoặc tên tổ chức').inputValue()).toBe('Đỗ Thị Có Mạng');
  await context.setOffline(true);
  await go(page, 'Tiếp tục');
  await page.getByText('Mất kết nối').waitFor();
  await context.setOffline(false);
  await go(page, 'Tiếp tục');
  await step(page, 'Nội dung');
  await page.getByLabel('Nội dung đề nghị').fill('Để vay vốn <b>ngân hàng</b>');
  await go(page, 'Tiếp tục');
  await step(page, 'Giấy tờ');
  await page.getByLabel('Chụp hoặc chọn tệp: Tờ khai').setInputFiles([scanned, active]);
  await page.getByText('Đã tải lên tự chạy.pdf.').waitFor();
  expect(await overflow(page)).toBe(0);
  await go(page, 'Tiếp tục');
  await step(page, 'Nhận kết quả');
  await page.getByLabel('Nhận bản điện tử trực tuyến').check();
  await go(page, 'Tiếp tục');
  await step(page, 'Xem lại và gửi');
  await page.locator('dd', { hasText: 'Để vay vốn <b>ngân hàng</b>' }).waitFor();
  await go(page, 'Gửi hồ sơ');
  await page.getByText('Hãy đánh dấu vào ô cam đoan.').waitFor();
  await page.getByLabel('Tôi cam đoan').check();
  ahead += 60_000;
  await go(page, 'Gửi hồ sơ');
  await page.getByRole('heading', { level: 1, name: 'Đã gửi hồ sơ' }).waitFor();
  await page.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/).waitFor();
  await page.getByRole('img', { name: 'Mã QR mở trang theo dõi hồ sơ' }).waitFor();
  expect(page.url()).not.toMatch(/0903|Mang|Mạng/i);
  expect(await overflow(page)).toBe(0);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  const [dossier] = await until(
    () => atDesk('do thi co mang'),
    ([one]) => one?.files.length === 1,
  );
  expect(dossier?.files).toEqual([{ name: 'tờ khai.pdf' }]);
  expect([...troubles, ...elsewhere]).toEqual([]);
  await context.close();

  const officer = await visitAs(browser, server, 'tiepnhan');
  await officer.page.goto(`/dossiers/${dossier?.id}`);
  await officer.page.getByText('tờ khai.pdf').first().waitFor();
  await officer.page.getByText('chứa chương trình').waitFor();
  await officer.context.close();
});

test('without scripts the same form goes step by step, with its files, and a second press is no second dossier', async () => {
  const { context, page } = await visit(browser, server.origin, { ...phone, javaScriptEnabled: false });
  await page.goto(`/services/${procedureId}/submit`);
  await fillWho(page, 'Đỗ Thị Không Mạng');
  await go(page, 'Tiếp tục');
  await step(page, 'Nội dung');
  await go(page, 'Tiếp tục');
  const paper = page.getByLabel('Chụp hoặc chọn tệp: Tờ khai');
  const store = join(server.platform.settings.folders.files, 'dossiers');
  mkdirSync(store, { recursive: true });
  renameSync(store, `${store}-aside`);
  writeFileSync(store, 'not a folder');
  await paper.setInputFiles(scanned);
  await go(page, 'Tải các tệp đã chọn lên');
  await page.getByText('Kho tệp của phường đang gián đoạn. Tệp này chưa được nhận').waitFor();
  rmSync(store);
  renameSync(`${store}-aside`, store);
  const tooBig = await page.request.post('/follow?/file', {
    multipart: { file: { ...scanned, buffer: Buffer.alloc(15 << 20, 'x') } },
    headers: { origin: server.origin },
  });
  expect([tooBig.status(), await tooBig.text()]).toEqual([413, expect.stringContaining('lớn hơn 14 MB')]);
  await paper.setInputFiles(scanned);
  await go(page, 'Tải các tệp đã chọn lên');
  await page.getByText('tờ khai.pdf').waitFor();
  await page.getByLabel('Chụp hoặc chọn tệp: Giấy tờ khác').setInputFiles({
    name: 'trang.html',
    mimeType: 'text/html',
    buffer: Buffer.from('<!doctype html><p>không phải ảnh'),
  });
  await go(page, 'Tải các tệp đã chọn lên');
  await page.getByRole('alert').waitFor();
  await page.getByText('tờ khai.pdf').waitFor();
  await go(page, 'Tiếp tục');
  await go(page, 'Tiếp tục');
  await step(page, 'Xem lại và gửi');
  expect(await overflow(page)).toBe(0);
  await page.getByLabel('Tôi cam đoan').check();
  ahead += 60_000;
  await page.locator('button:visible', { hasText: 'Gửi hồ sơ' }).dblclick();
  await page.getByRole('heading', { level: 1, name: 'Đã gửi hồ sơ' }).waitFor();
  const found = await until(
    () => atDesk('do thi khong mang'),
    ([one]) => one?.files.length === 1,
  );
  expect(found).toHaveLength(1);
  await context.close();
});

test('a form that was open for more than a day goes on with what was typed', async () => {
  const { context, page } = await visit(browser, server.origin, { ...phone, javaScriptEnabled: false });
  await page.goto(`/services/${procedureId}/submit`);
  await fillWho(page, `Đỗ Thị Lâu ${randomUUID().slice(0, 4)}`);
  for (let turn = 0; turn < 4; turn++) await go(page, 'Tiếp tục');
  await page.getByLabel('Tôi cam đoan').check();
  ahead += 25 * 3_600_000;
  await go(page, 'Gửi hồ sơ');
  await page.getByText('Trang đã mở quá lâu').waitFor();
  ahead += 60_000;
  await go(page, 'Gửi hồ sơ');
  await page.getByRole('heading', { level: 1, name: 'Đã gửi hồ sơ' }).waitFor();
  await context.close();
});
