import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openOneStop, takenIn } from './one-stop.ts';
import { openBrowser, ready, samplePages, visit, visitAs, type Visitor } from './browser.ts';

let server: TestServer;
let browser: Browser;
let procedureId: string;
let dossier: string;
beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ pages: 'built' }), openBrowser()]);
  procedureId = (await openOneStop(server)).procedureId;
  dossier = `/dossiers/${await takenIn(server, procedureId)}`;
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Bytes of all scripts that a page loads by itself, each under brotli as the build's own `.br` file has it. */
async function scriptBytes({ page }: Visitor, path: string): Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js'))
      sizes.push(response.body().then((body) => brotliCompressSync(body).length));
  });
  await page.goto(path);
  await ready(page);
  // What is loaded late (the line that says something has changed) counts too.
  await page.waitForTimeout(500);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

const kilobytes = (bytes: number) => Math.round(bytes / 100) / 10;

test.each(['sign-in', 'services', 'procedure', 'submit', 'sent'])(
  'a public page loads at most 55 KB of script: %s',
  async (name) => {
    const paths: Record<string, string> = {
      'sign-in': '/sign-in',
      services: '/services',
      procedure: `/services/${procedureId}`,
      submit: `/services/${procedureId}/submit`,
      sent: `/services/sent?code=0123456789&procedure=${procedureId}`,
    };
    const visitor = await visit(browser, server.origin);
    const bytes = await scriptBytes(visitor, paths[name] ?? '/');
    console.log(`${name}: ${kilobytes(bytes)} KB`);
    expect(bytes).toBeLessThanOrEqual(55_000);
    await visitor.context.close();
  },
);

test.each(['edit', 'new', 'intake', 'act', 'sign', 'version'])('a form loads at most 65 KB: %s', async (name) => {
  const { citizen, household } = await samplePages(server);
  const paths: Record<string, string> = {
    edit: `${citizen}/edit`,
    new: `/citizens/new?household=${household.split('/').at(-1)}`,
    intake: `/dossiers/new/${procedureId}/form`,
    act: `${dossier}/request-papers`,
    sign: `${dossier}/sign`,
    version: `/admin/procedures/${procedureId}/version`,
  };
  const visitor = await visitAs(browser, server, ['intake', 'version'].includes(name) ? 'lanhdao' : 'hotich');
  const bytes = await scriptBytes(visitor, paths[name] ?? '/');
  console.log(`form ${name}: ${kilobytes(bytes)} KB`);
  expect(bytes).toBeLessThanOrEqual(65_000);
  await visitor.context.close();
});

test.each(['residents', 'citizen', 'population', 'imports', 'dossiers', 'dossier'])(
  'an officer’s list or page loads at most 95 KB: %s',
  async (name) => {
    const { ward, citizen } = await samplePages(server);
    const paths: Record<string, string> = {
      residents: `${ward}/residents`,
      citizen,
      population: '/population',
      imports: '/imports',
      dossiers: '/dossiers?tab=unit',
      dossier,
    };
    const visitor = await visitAs(browser, server, 'hotich');
    const bytes = await scriptBytes(visitor, paths[name] ?? '/');
    console.log(`${name}: ${kilobytes(bytes)} KB`);
    expect(bytes).toBeLessThanOrEqual(95_000);
    await visitor.context.close();
  },
);
