import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openBrowser, ready, visitAs } from './browser.ts';

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
  '1,Nguyễn Văn Ảnh,05/06/1970,Nam,77/1,Tô Hiến Thành,Khu phố 1,Chủ hộ,A1',
  '2,Trần Thị Ưng,31/02/1975,Nữ,77/1,Tô Hiến Thành,Khu phố 1,Vợ,A1',
  '3,Nguyễn Thị Ý,2001,Nữ,77/1,Tô Hiến Thành,Khu phố 1,Con đẻ,A1',
  '4,,01/01/1980,Nam,79,Tô Hiến Thành,Khu phố 1,Chủ hộ,A2',
].join('\n');

test(
  'a small register: upload, check, commit with progress, and its people are found',
  { timeout: 120_000 },
  async () => {
    const { page, context } = await visitAs(browser, server, 'hotich');
    await page.goto('/imports/new');
    await ready(page);
    await page
      .locator('#file')
      .setInputFiles({ name: 'so-khu-pho-1.csv', mimeType: 'text/csv', buffer: Buffer.from(register) });
    await page.getByRole('button', { name: 'Tải lên và đọc' }).click();
    await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
    const commit = page.getByRole('button', { name: /^Ghi \d+ dòng tốt$/ });
    const check = page.getByRole('button', { name: 'Kiểm tra', exact: true });
    await commit.or(check).first().waitFor({ timeout: 60_000 });
    if (await check.isVisible()) await check.click();
    await commit.waitFor({ timeout: 60_000 });
    const result = await page.locator('main').innerText();
    expect(result).toContain('Nguyễn Văn Ảnh');
    expect(result).toContain('Không có họ tên');
    expect(await commit.innerText()).toBe('Ghi 3 dòng tốt');
    await page.getByRole('link', { name: 'Lỗi', exact: true }).click();
    await page.waitForURL('**?state=error*');
    expect(await page.locator('#rows tbody tr').count()).toBe(1);
    await commit.click();
    await page.locator('main header').getByText('Đã ghi xong').waitFor({ timeout: 60_000 });

    await page.goto('/search');
    await page.locator('input[name=text]').fill('anh van nguyen to hien thanh');
    await page.locator('input[name=text]').press('Escape');
    await page.locator('input[name=text]').fill('van anh nguyen');
    await page.locator('input[name=text]').press('Enter');
    await page.getByRole('main').getByText('Nguyễn Văn Ảnh').first().waitFor();
    await context.close();
  },
);

test('what is no register is refused with a sentence, beside the form', async () => {
  const { page, context } = await visitAs(browser, server, 'hotich');
  await page.goto('/imports/new');
  await ready(page);
  await page.locator('#file').setInputFiles({
    name: 'ảnh.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]),
  });
  await page.getByRole('button', { name: 'Tải lên và đọc' }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').innerText()).toContain('không phải tệp Excel');
  expect(new URL(page.url()).pathname).toBe('/imports/new');
  await context.close();
});
