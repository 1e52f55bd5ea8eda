import { testCertificate } from '@nocgia/services/papers/testing/certificates.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { toBeSigned } from '../support/signing.ts';
import { openBrowser, overflow, visitAs } from './browser.ts';
import { fill, send } from './filling.ts';
import { openOneStop } from './one-stop.ts';

const PASSPHRASE = 'mat-khau-2026';
let server: TestServer;
let browser: Browser;
let desk: Awaited<ReturnType<typeof openOneStop>>;
let file: Buffer;
beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ pages: 'built' }), openBrowser()]);
  desk = await openOneStop(server);
  const { data } = await server.query<{ viewer: { displayName: string } }>(
    await server.signIn('lanhdao'),
    '{ viewer { displayName } }',
  );
  file = testCertificate(data?.viewer.displayName ?? '', PASSPHRASE, 'aes256').file;
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

// With script and at a desk: whole-way.test.ts.
test('without script, on a phone, a leader keeps a certificate and signs a result', { timeout: 90_000 }, async () => {
  const options = { viewport: { width: 360, height: 800 }, javaScriptEnabled: false };
  const { dossierId } = await toBeSigned(server, desk.procedureId);
  const { page, context } = await visitAs(browser, server, 'lanhdao', options);

  await page.goto('/account');
  const key = page.locator('#signing');
  await key.locator('input[type=file]').setInputFiles({ name: 'chung-thu.p12', mimeType: '', buffer: file });
  await key.locator('input[type=password]').fill('sai');
  await key.locator('button').first().click();
  await key.getByText('Mật khẩu của tệp chứng thư số không đúng.').waitFor();
  await key.locator('input[type=file]').setInputFiles({ name: 'chung-thu.p12', mimeType: '', buffer: file });
  await key.locator('input[type=password]').fill(PASSPHRASE);
  await key.locator('button').first().click();
  await key.getByText('Đã nhận chứng thư số.').waitFor();
  expect(await key.innerText()).toContain('CA thử nghiệm');
  expect(await overflow(page)).toBe(0);

  await page.goto(`/dossiers/${dossierId}`);
  await page.locator(`main a[href$="/sign"]`).first().click();
  await page.waitForURL(/\/sign$/);
  expect(await overflow(page)).toBe(0);
  await fill(page, { passphrase: 'sai' });
  await send(page);
  await page.locator('#field-passphrase-error').waitFor();
  expect(await page.locator('#field-passphrase').inputValue()).toBe('');
  await fill(page, { passphrase: PASSPHRASE });
  await send(page);
  await page.waitForURL(new RegExp(`/dossiers/${dossierId}$`));
  const main = await page.locator('main').innerText();
  expect(main).toContain('Giấy xác nhận (đã ký).pdf');
  expect(main).toContain('Ký số kết quả');
  expect(main).toContain('Chưa cấu hình thư');
  expect(await page.locator(`main a[href$="/sign"]`).count()).toBe(0);
  await context.close();
});
