import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openOneStop, publishDeaths, settledDeath, takenIn } from './one-stop.ts';
import { openBrowser, ready, samplePages, visit, visitAs, type Visitor } from './browser.ts';

let server: TestServer;
let browser: Browser;
let ward: string;
let procedureId: string;
let dossier: string;
beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ pages: 'built' }), openBrowser()]);
  ({ ward, procedureId } = await openOneStop(server));
  dossier = `/dossiers/${await takenIn(server, procedureId)}`;
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** What each script weighs, worked out once. */
const weights = new Map<string, Promise<number>>();

/** Bytes of all scripts that a page loads by itself, each under brotli as the build's own `.br` file has it. */
async function scriptBytes({ page }: Visitor, path: string): Promise<number> {
  const loaded = new Set<string>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.endsWith('.js')) return;
    loaded.add(pathname);
    if (!weights.has(pathname))
      weights.set(
        pathname,
        response.body().then((body) => brotliCompressSync(body).length),
      );
  });
  await page.goto(path);
  await ready(page);
  // What is loaded late (the line that says something has changed) counts too.
  await page.waitForTimeout(1000);
  const sizes = await Promise.all([...loaded].map((pathname) => weights.get(pathname) ?? 0));
  return sizes.reduce((sum, size) => sum + size, 0);
}

const kilobytes = (bytes: number) => Math.round(bytes / 100) / 10;

/** That none of the pages loads more than `most` bytes; looked at side by side, since most of the time is waited. */
async function weigh(open: () => Promise<Visitor>, paths: Readonly<Record<string, string>>, most: number) {
  const visitors: [string, string, Visitor][] = [];
  // One after the other: many sign-ins at once are slowed down as guesses at a password.
  for (const [name, path] of Object.entries(paths)) visitors.push([name, path, await open()]);
  const weighed = await Promise.all(
    visitors.map(async ([name, path, visitor]) => {
      const bytes = await scriptBytes(visitor, path);
      await visitor.context.close();
      return [name, bytes] as const;
    }),
  );
  console.log(weighed.map(([name, size]) => `${name}: ${kilobytes(size)} KB`).join(', '));
  expect(weighed.filter(([, size]) => size === 0 || size > most)).toEqual([]);
}

test('a public page loads at most 55 KB of script', async () => {
  const paths = {
    ...{ 'sign-in': '/sign-in', services: '/services', procedure: `/services/${procedureId}` },
    ...{ submit: `/services/${procedureId}/submit`, follow: '/follow', rate: `/rate?ward=${ward}` },
    sent: `/services/sent?code=0123456789&procedure=${procedureId}`,
  };
  await weigh(() => visit(browser, server.origin), paths, 55_000);
});

test('a form loads at most 65 KB', async () => {
  const { citizen, household } = await samplePages(server);
  const paths = {
    ...{ edit: `${citizen}/edit`, new: `/citizens/new?household=${household.split('/').at(-1)}` },
    ...{ act: `${dossier}/request-papers`, sign: `${dossier}/sign` },
  };
  await weigh(() => visitAs(browser, server, 'hotich'), paths, 65_000);
  const led = {
    ...{ intake: `/dossiers/new/${procedureId}/form`, version: `/admin/procedures/${procedureId}/version` },
    criteria: '/satisfaction/criteria',
  };
  await weigh(() => visitAs(browser, server, 'lanhdao'), led, 65_000);
});

test('an officer’s list or page loads at most 95 KB', async () => {
  const { ward: unit, citizen } = await samplePages(server);
  const death = { fullName: 'Lê Thị Đã Mất', nationalId: '079090000001', diedOn: '2026-01-05' };
  const settled = await settledDeath(server, await publishDeaths(server, ward), death);
  const paths = {
    ...{ today: '/', residents: `${unit}/residents`, citizen, population: '/population', imports: '/imports' },
    ...{ dossiers: '/dossiers?tab=unit', dossier, satisfaction: '/satisfaction' },
  };
  await weigh(() => visitAs(browser, server, 'lanhdao'), paths, 95_000);
  // No form of its own, but what the register holds of everybody concerned, beside what a dossier says of them.
  await weigh(() => visitAs(browser, server, 'hotich'), { register: `/dossiers/${settled}/register` }, 95_000);
  await weigh(() => visitAs(browser, server, 'quantri'), { system: '/admin/system' }, 95_000);
});
