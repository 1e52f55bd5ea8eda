import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { desktop, main, openBrowser, visitAs } from './browser.ts';
import { fill, send } from './filling.ts';
import { openOneStop, procedureCode, procedureName } from './one-stop.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ pages: 'built' }), openBrowser()]);
  await openOneStop(server);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test('the catalogue and the calendar are set up on their pages, a version in force replaces the one before', async () => {
  const { page, context, troubles } = await visitAs(browser, server, 'lanhdao', desktop);
  await page.goto('/admin/one-stop');
  await page.getByRole('link', { name: /2026/ }).first().click();
  await page.waitForURL(/calendar\?year=2026/);
  await send(page);
  await page.waitForURL(/\/admin\/one-stop\?/);
  expect(await main(page)).toMatch(/2026\s+đã xác nhận/);
  await page.goto('/admin/procedures?text=hon+nhan');
  await page.getByRole('link', { name: procedureName }).click();
  await page.getByRole('link', { name: 'Phiên bản mới' }).click();
  await page.waitForURL(/\/version$/);
  expect(await main(page)).toContain(procedureCode);
  await fill(page, { termAmount: 'hai', termUnit: 'working_days' });
  await send(page);
  await page.getByText('Thời hạn cần số cùng đơn vị').waitFor();
  expect(await page.locator('[name="step.name"]').nth(1).inputValue()).toBe('Thẩm định');
  await fill(page, { termAmount: '2' });
  await send(page);
  await page.waitForURL(/\/admin\/procedures\/[0-9a-f-]{36}$/);
  const shown = await main(page);
  expect(shown).toContain('Phiên bản 2');
  expect(shown).toContain('giảm 33,3% (30–50%)');
  expect(troubles).toEqual([]);
  await context.close();
});

test('a catalogue is checked on its page, then published, and what it left open is asked for', async () => {
  const { page, context } = await visitAs(browser, server, 'lanhdao', { ...desktop, javaScriptEnabled: false });
  await page.goto('/admin/procedures');
  await page.getByRole('link', { name: 'Nhập danh mục' }).click();
  await page.waitForURL(/\/catalogue\?ward=/);
  const rows = [
    'code,name,field,decision,channel_time_fee_raw,result,result_code',
    '9.000001,Thủ tục thử không đơn vị,Hộ tịch,1/QĐ,Trực tiếp5Miễn phí,Giấy xác nhận,',
    'sai mã,Dòng sai,Hộ tịch,1/QĐ,,,',
  ];
  const file = { name: 'danh-muc.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Kiểm tra' }).last().click();
  await page.getByText('Sẽ công bố 1 thủ tục').waitFor();
  expect(await main(page)).toContain('Mã thủ tục không đúng dạng');
  await page.getByRole('button', { name: 'Công bố 1 thủ tục từ hôm nay' }).click();
  await page.getByText('Đã công bố 1 thủ tục').waitFor();
  expect(await main(page)).toContain('Thời hạn 5 không ghi đơn vị');
  await page.getByRole('link', { name: 'Bổ sung thời hạn' }).click();
  await page.waitForURL(/without-term=1/);
  expect(await main(page)).toContain('Thủ tục thử không đơn vị');
  expect(await main(page)).not.toContain(procedureName);
  await context.close();
});
