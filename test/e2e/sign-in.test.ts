import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openBrowser, ready, samplePages, visit, visitAs } from './browser.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ pages: 'built' }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe('signing in', () => {
  test('by keyboard alone; a wrong password keeps the name and takes the focus to what is wrong', async () => {
    const { page, context } = await visit(browser, server.origin);
    await page.goto('/');
    await page.waitForURL('**/sign-in');
    await ready(page);
    await page.locator('#field-username').focus();
    await page.keyboard.type('hotich');
    await page.keyboard.press('Tab');
    await page.keyboard.type('không phải mật khẩu này');
    await page.keyboard.press('Enter');
    const summary = page.getByRole('alert');
    await summary.waitFor();
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.locator('#field-username').inputValue()).toBe('hotich');
    expect(await page.locator('#field-password').inputValue()).toBe('');
    await page.locator('#field-password').focus();
    await page.keyboard.type(server.password);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${server.origin}/`);
    expect(await page.locator('h1').innerText()).toMatch(/^Hôm nay, \d\d\/\d\d\/\d{4}$/);
    await context.close();
  });

  test('without script: in, a correction, and out', async () => {
    const { page, context } = await visit(browser, server.origin, { javaScriptEnabled: false });
    const { citizen } = await samplePages(server);
    await page.goto('/sign-in');
    await page.locator('#field-username').fill('hotich');
    await page.locator('#field-password').fill(server.password);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.waitForURL(`${server.origin}/`);
    await page.goto(`${citizen}/edit`);
    await page.locator('#field-homeTown').fill('Xã không cần script');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.waitForURL(`**${citizen}`);
    expect(await page.locator('main').innerText()).toContain('Xã không cần script');
    await page.locator('summary').first().click();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.waitForURL('**/sign-in');
    await page.goto(citizen);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await context.close();
  });

  test('what is typed before the scripts have come is not taken away', async () => {
    const { page, context } = await visit(browser, server.origin);
    const gate = Promise.withResolvers<void>();
    await page.route('**/*.js', async (route) => {
      await gate.promise;
      await route.continue();
    });
    await page.goto('/sign-in', { waitUntil: 'commit' });
    await page.locator('#field-username').fill('hotich');
    gate.resolve();
    await ready(page);
    expect(await page.locator('#field-username').inputValue()).toBe('hotich');
    await context.close();
  });

  test('an address of elsewhere is not followed after choosing a language', async () => {
    const { page, context } = await visit(browser, server.origin);
    await page.goto('/sign-in');
    await page.evaluate(() => {
      for (const field of document.querySelectorAll<HTMLInputElement>('input[name=back]'))
        field.value = '//example.org/';
    });
    await page.getByRole('button', { name: 'English' }).click();
    await page.waitForURL((url) => url.pathname !== '/preferences');
    expect(new URL(page.url()).origin).toBe(server.origin);
    await context.close();
  });
});

describe('the frame', () => {
  test('language and theme are chosen once and stay', async () => {
    const { page, context } = await visitAs(browser, server, 'hotich');
    await page.goto('/');
    expect(await page.getAttribute('html', 'lang')).toBe('vi');
    await page.locator('summary').first().click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.waitForFunction(() => document.documentElement.lang === 'en');
    expect(await page.locator('h1').innerText()).toMatch(/^Today, /);
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await paper();
    await page.locator('summary').first().click();
    await page.getByRole('button', { name: 'Dark' }).click();
    await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
    expect(await paper()).not.toBe(light);
    await page.goto('/population');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
    await context.close();
  });

  test('the search box by keyboard: Ctrl-K, a name without accents, arrow, Enter', async () => {
    const { page, context } = await visitAs(browser, server, 'hotich');
    const { citizen } = await samplePages(server);
    await page.goto(citizen);
    const name = await page.locator('h1').innerText();
    await page.goto('/');
    await ready(page);
    await page.keyboard.press('Control+k');
    const typed = name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[đĐ]/g, 'd')
      .toLowerCase()
      .split(' ')
      .reverse()
      .join(' ');
    await page.keyboard.type(typed);
    await page.getByRole('option').filter({ hasText: name }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/(citizens|households)\//);
    await context.close();
  });

  test('what is looked for never stands in an address', async () => {
    const { page, context } = await visitAs(browser, server, 'hotich', { javaScriptEnabled: false });
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    await page.goto('/');
    await page.locator('input[name=text]').fill('nguyen');
    await page.locator('input[name=text]').press('Enter');
    await page.waitForURL('**/search');
    expect(await page.locator('main li').count()).toBeGreaterThan(0);
    expect(addresses.filter((address) => /nguyen/i.test(address))).toEqual([]);
    await context.close();
  });

  test('every page of the demo says so', async () => {
    const { page, context } = await visitAs(browser, server, 'hotich');
    for (const path of ['/', '/search', '/population', '/nowhere']) {
      await page.goto(path);
      expect(await page.locator('body').innerText(), path).toContain('DEMO — dữ liệu giả lập');
    }
    await context.close();
  });
});

describe('two host names from one build', () => {
  test.each(['127.0.0.1', 'localhost'])('%s: sign in and come to Today', async (host) => {
    const { port } = new URL(server.origin);
    const origin = `http://${host}:${port}`;
    const { page, context } = await visit(browser, origin, { baseURL: origin });
    await page.goto('/sign-in');
    await page.locator('#field-username').fill('tiepnhan');
    await page.locator('#field-password').fill(server.password);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.waitForURL(`${origin}/`);
    expect(await page.locator('h1').innerText()).toMatch(/^Hôm nay/);
    await context.close();
  });

  test('a form posted from a page of another site is refused', async () => {
    const response = await fetch(`${server.origin}/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://example.org' },
      body: new URLSearchParams({ username: 'hotich', password: server.password }),
      redirect: 'manual',
    });
    expect(response.status).toBe(403);
  });
});
