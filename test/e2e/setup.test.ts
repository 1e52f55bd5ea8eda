import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openBrowser, ready, visit } from './browser.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([
    startTestServer({ pages: 'built', empty: true, environment: { NOCGIA_DEMO: '0' } }),
    openBrowser(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test(
  'a ward is set up in the browser: found by name, its first administrator signs in, the recovery key is shown once',
  { timeout: 120_000 },
  async () => {
    const { page, context } = await visit(browser, server.origin);
    await page.goto('/');
    await page.waitForURL('**/setup');
    await ready(page);
    expect(await page.locator('body').innerText()).not.toContain('DEMO');
    await page.locator('#find').fill('phu tho ho chi minh');
    await page.getByRole('button', { name: 'Tìm', exact: true }).click();
    await page.getByText('27226').first().click();
    await page.locator('#field-neighbourhoods').fill('Khu phố 1\nKhu phố 2');
    await page.locator('#field-displayName').fill('Nguyễn Văn Đầu Tiên');
    await page.locator('#field-username').fill('quantri');
    await page.locator('#field-password').fill('trời xanh mây trắng nắng vàng');
    await page.locator('#field-again').fill('trời xanh mây trắng nắng vàng');
    await page.locator('#field-token').fill('SAI');
    await page.getByRole('button', { name: 'Thiết lập và tạo khóa' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.locator('#field-displayName').inputValue()).toBe('Nguyễn Văn Đầu Tiên');
    expect(await page.locator('#field-password').inputValue()).toBe('');

    await page.locator('#field-password').fill('trời xanh mây trắng nắng vàng');
    await page.locator('#field-again').fill('trời xanh mây trắng nắng vàng');
    await page.locator('#field-token').fill(server.setup.token);
    await page.getByRole('button', { name: 'Thiết lập và tạo khóa' }).click();
    await page.getByText('Khóa phục hồi').first().waitFor();
    expect((await page.locator('.select-all').innerText()).length).toBeGreaterThan(20);
    await page.getByRole('link', { name: 'Đến trang đăng nhập' }).click();
    await page.waitForURL('**/sign-in');
    await page.locator('#field-username').fill('quantri');
    await page.locator('#field-password').fill('trời xanh mây trắng nắng vàng');
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.waitForURL(`${server.origin}/`);
    await page.goto('/admin/units');
    expect(await page.locator('main').innerText()).toContain('Khu phố 2');
    await page.goto('/setup');
    expect(await page.locator('main').innerText()).toContain('đã được thiết lập');
    await context.close();
  },
);
