import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openBrowser, ready, samplePages, visitAs } from './browser.ts';
import { idOf } from './filling.ts';
import { openOneStop } from './one-stop.ts';

let server: TestServer;
let browser: Browser;
let procedureId: string;
beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ pages: 'built' }), openBrowser()]);
  ({ procedureId } = await openOneStop(server));
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** What stands in the first form of the page: each field with its value, boxes and radio buttons with what is chosen. */
const standing = (page: Page): Promise<string[]> =>
  page
    .locator('main form')
    .first()
    .evaluate((form: HTMLFormElement) =>
      [...new FormData(form)]
        .filter(([name]) => name !== 'commandId')
        .map(([name, value]) => `${name}=${value instanceof File ? value.name : value}`),
    );

/** Changes every field that somebody may change, as a hand would: text, number, choice, radio button, box, file. */
async function changeAll(page: Page): Promise<void> {
  const fields = page.locator('main form').first().locator('input, select, textarea');
  const kinds = await fields.evaluateAll((all) =>
    all.map((field) => {
      const hidden = !field.checkVisibility() || field.matches(':disabled, [type=hidden]');
      return hidden ? null : field instanceof HTMLSelectElement ? field.options.length - 1 : field.getAttribute('type');
    }),
  );
  for (const [n, kind] of kinds.entries()) {
    const field = fields.nth(n);
    if (typeof kind === 'number') await field.selectOption({ index: kind });
    else if (kind === 'checkbox') await field.click();
    else if (kind === 'radio') await field.check();
    else if (kind === 'file')
      await field.setInputFiles({ name: `${n}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
    else if (kind !== null) await field.fill(kind === 'number' ? '2' : '01/02/2024');
  }
}

test.each(['intake', 'edit', 'version'])(
  'what is typed before scripts take the page over stays, given values and empty fields alike: %s',
  async (name) => {
    const { citizen } = await samplePages(server);
    const paths: Record<string, string> = {
      intake: `/dossiers/new/${procedureId}/form?owner=${idOf(citizen)}`,
      edit: `${citizen}/edit`,
      version: `/admin/procedures/${procedureId}/version`,
    };
    const { page, context, troubles } = await visitAs(browser, server, name === 'edit' ? 'hotich' : 'lanhdao');
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(paths[name] ?? '/', { waitUntil: 'commit' });
    await page.locator('main form button').last().waitFor();
    await changeAll(page);
    const typed = await standing(page);
    expect(typed.length).toBeGreaterThan(5);
    release();
    await ready(page);
    expect(await standing(page)).toEqual(typed);
    expect(troubles).toEqual([]);
    await context.close();
  },
);
