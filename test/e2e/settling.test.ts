import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { course, desktop, main, openBrowser, ready, visitAs } from './browser.ts';
import { act } from './desk-acts.ts';
import { fill, send } from './filling.ts';
import { command, openOneStop, publishDeaths, settledDeath } from './one-stop.ts';
import { residents } from './somebody.ts';

let server: TestServer;
let browser: Browser;
let deaths: string;
let resident: Awaited<ReturnType<typeof residents>>;
beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ pages: 'built' }), openBrowser()]);
  deaths = await publishDeaths(server, (await openOneStop(server)).ward);
  resident = await residents(server);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** A day in Việt Nam, so many days ago. */
const daysAgo = (days: number): string =>
  new Date(server.platform.now().getTime() + (7 - 24 * days) * 3_600_000).toISOString().slice(0, 10);

/** As a form shows it, and takes it. */
const shownDay = (day: string): string => day.split('-').reverse().join('/');

/** Confirms what is to be written; what is unusual about it is shown once before. */
async function confirm(page: Page, dossier: string): Promise<void> {
  await send(page);
  const [written, noticed] = [new RegExp(`${dossier}$`), page.locator('[name=noticed]')];
  await Promise.race([page.waitForURL(written), noticed.waitFor({ state: 'attached' })]);
  if (!written.test(page.url())) await send(page);
  await page.waitForURL(written);
}

/** The deaths of somebody that the register holds, by their days. */
async function deathsOf(citizenId: string): Promise<string[]> {
  const events = await server.platform.log.readStream(`citizen-${citizenId}`);
  return events.flatMap(({ type, data }) =>
    type === 'CitizenDied' && 'occurredOn' in data ? [String(data.occurredOn)] : [],
  );
}

describe.each([
  ['with script', true],
  ['without script', false],
])('%s', (_name, javaScriptEnabled) => {
  test(
    'a settled dossier is written into the register once: proposed, corrected, confirmed; who comes late is told',
    { timeout: 90_000 },
    async () => {
      const [dead, other] = [resident(), resident()];
      const diedOn = daysAgo(1);
      const dossier = `/dossiers/${await settledDeath(server, deaths, { ...dead, diedOn })}`;
      const late = `/dossiers/${await settledDeath(server, deaths, { ...other, diedOn })}`;
      const { page, context, troubles } = await visitAs(browser, server, 'hotich', { ...desktop, javaScriptEnabled });
      const stands = (one: Page): Promise<void> => (javaScriptEnabled ? ready(one) : Promise.resolve());

      await page.goto('/');
      await page.getByRole('link', { name: 'hồ sơ chờ ghi sổ' }).click();
      await page.waitForURL(/tab=toWrite/);
      expect(await main(page)).toContain(`Người khai tử ${dead.fullName}`);
      await page.goto(dossier);
      const shown = await main(page);
      for (const said of ['Họ, chữ đệm, tên người chết', 'Ngày chết', shownDay(diedOn)]) expect(shown).toContain(said);
      expect(shown).not.toMatch(/dead|died/);

      /** The page of the register in a window of its own, corrected. */
      const correcting = async (of: string, values: Record<string, string>): Promise<Page> => {
        const window = await context.newPage();
        await window.goto(`${of}/register`);
        await stands(window);
        await fill(window, values);
        return window;
      };
      const corrected = { occurredOn: shownDay(daysAgo(2)), evidenceNumber: '6/TL' };
      await page.locator(`main a[href="${dossier}/register"]`).first().click();
      await page.waitForURL(/\/register$/);
      await stands(page);
      expect(await main(page)).toContain(`Hồ sơ ghi: ${dead.fullName} · ${dead.nationalId}`);
      expect(await page.locator('[name=deceased]:checked').inputValue()).toBe(dead.id);
      expect(await page.locator('[name=evidenceNumber]').inputValue()).toBe('5/TL');
      expect(await page.locator('[name=occurredOn]').inputValue()).toBe(shownDay(diedOn));
      const [again, otherwise, meanwhile] = [
        await correcting(dossier, corrected),
        await correcting(dossier, { occurredOn: shownDay(daysAgo(3)) }),
        await correcting(late, {}),
      ];
      // A window that nobody sees draws once a second, and whoever clicks waits for that.
      await page.bringToFront();
      await fill(page, corrected);
      await confirm(page, dossier);
      expect(await course(page)).toContain('Ghi vào sổ dân cư');
      expect(await page.locator('main a[href$="/register"]').count()).toBe(0);
      await page.goto(`/citizens/${dead.id}`);
      expect(await main(page)).toContain(`Đã mất ngày ${corrected.occurredOn}`);

      // Sent a second time it is the same; sent otherwise it is too late, and nothing of it stands.
      await again.bringToFront();
      await confirm(again, dossier);
      await otherwise.bringToFront();
      await send(otherwise);
      await otherwise.getByText('Người khác vừa xử lý hồ sơ này').first().waitFor();
      expect(await main(otherwise)).toContain('Trần Thị Hộ Tịch: Ghi vào sổ dân cư');
      expect(await deathsOf(dead.id)).toEqual([daysAgo(2)]);

      // The register has moved on by another way: said, and the dossier waits as before.
      await command(
        server,
        'hotich',
        'mutation ($meta: CommandMeta!, $citizenId: ID!, $occurredOn: Day!) { recordDeath(meta: $meta, citizenId: $citizenId, occurredOn: $occurredOn) { position } }',
        { citizenId: other.id, occurredOn: diedOn },
      );
      await meanwhile.bringToFront();
      await send(meanwhile);
      await meanwhile.getByText('Người này đã mất.').first().waitFor();
      expect(await deathsOf(other.id)).toEqual([diedOn]);
      await page.bringToFront();
      await page.goto('/dossiers?tab=toWrite');
      expect(await main(page)).toContain(`Người khai tử ${other.fullName}`);
      expect(await main(page)).not.toContain(`Người khai tử ${dead.fullName}`);
      await act(page, late, 'unregistered', { reason: 'Đã ghi theo giấy báo tử' });
      expect(await course(page)).toContain('Đã ghi theo giấy báo tử');
      expect(troubles).toEqual([]);
      await context.close();
    },
  );
});
