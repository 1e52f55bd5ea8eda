import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createCanvas } from '@napi-rs/canvas';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { attached, awaitingPapers, openOneStop, publishDeaths, settledDeath, takenIn } from './one-stop.ts';
import { somebody } from './somebody.ts';
import { openBrowser, overflow, ready, samplePages, visit, visitAs, type Visitor } from './browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let server: TestServer;
let browser: Browser;
let desk: Awaited<ReturnType<typeof openOneStop>>;
beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ pages: 'built' }), openBrowser()]);
  desk = await openOneStop(server);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** What axe calls serious or critical on the page, as `rule: where`: all its rules, or those named. */
async function serious(page: Page, rules?: string[]): Promise<string[]> {
  return page.evaluate(async (only) => {
    interface Result {
      violations: { id: string; impact: string; nodes: { target: string[] }[] }[];
    }
    const { axe } = window as typeof window & { axe: { run(options: object): Promise<Result> } };
    // `preload`: it would fetch the styles anew for a rule that is off.
    const { violations } = await axe.run({
      resultTypes: ['violations'],
      preload: false,
      ...(only ? { runOnly: only } : {}),
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  }, rules);
}

/** Both themes of the page as it stands: light by every rule; the dark one has the same elements in other colours. */
async function bothThemes(page: Page): Promise<string[]> {
  const paint = (theme: string) =>
    page.evaluate((name) => {
      document.documentElement.dataset.theme = name;
      // Colours on their way to the other theme are those of neither.
      for (const animation of document.getAnimations()) animation.cancel();
    }, theme);
  // Through the debugger, which the page's policy does not bind.
  await page.evaluate(axe);
  await paint('light');
  const light = await serious(page);
  await paint('dark');
  return [...light, ...(await serious(page, ['color-contrast'])).map((fault) => `dark ${fault}`)];
}

/** Where the page would have to be scrolled sideways: on a phone, a tablet, a desktop. */
async function widths(page: Page): Promise<string[]> {
  const wide: string[] = [];
  for (const width of [360, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const over = await overflow(page);
    if (over > 0) wide.push(`is wider than ${width} px by ${over}`);
  }
  return wide;
}

async function look(visitor: Visitor, paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const response = await visitor.page.goto(path);
    await ready(visitor.page);
    if (response?.status() !== 200) found.push(`${path}: ${response?.status()}`);
    const faults = [...(await bothThemes(visitor.page)), ...(await widths(visitor.page))];
    found.push(...faults.map((fault) => `${path} ${fault}`));
  }
  return [...found, ...visitor.elsewhere.map((url) => `elsewhere: ${url}`), ...visitor.troubles];
}

/** As long as names get. */
const longName = 'Nguyễn Hoàng Phương Thảo Nguyên Tôn Nữ Công Tằng Thị Bích Ngọc Lan Phương';

describe('nothing serious in either theme, nothing sideways, nothing from elsewhere, no breach of the policy', () => {
  test('without sign-in', async () => {
    const visitor = await visit(browser, server.origin);
    const services = ['', '/submit'].map((page) => `/services/${desk.procedureId}${page}`);
    const sent = `/services/sent?code=0123456789&procedure=${desk.procedureId}`;
    const asked = [sent, '/follow', `/rate?ward=${desk.ward}`, `/rate?ward=${desk.ward}&done=1`];
    expect(await look(visitor, ['/sign-in', '/setup', '/services', ...services, ...asked])).toEqual([]);
    const { follow, digits } = await awaitingPapers(server, desk.procedureId, longName);
    await visitor.page.goto(follow);
    await visitor.page.getByLabel('4 số cuối').fill(digits);
    await visitor.page.getByRole('button', { name: 'Xem hồ sơ' }).click();
    await visitor.page.getByText('Giấy tờ cần bổ sung').waitFor();
    expect(await look(visitor, ['/follow'])).toEqual([]);
    await visitor.context.close();
  });

  test('the desk', { timeout: 180_000 }, async () => {
    const visitor = await visitAs(browser, server, 'hotich');
    const { ward, neighbourhood, dwelling, household, citizen } = await samplePages(server);
    const code = ward.split('/').at(-1);
    const id = household.split('/').at(-1);
    const { policyEnd, ...life } = await somebody(server);
    const paths = [
      '/',
      '/search',
      ward,
      neighbourhood,
      `${ward}/residents`,
      `${ward}/households`,
      `${ward}/unplaced`,
      dwelling,
      household,
      citizen,
      `/dwellings/new?unit=${code}`,
      `${dwelling}/edit`,
      `/households/new?dwelling=${dwelling.split('/').at(-1)}`,
      `${household}/edit`,
      `${household}/move`,
      `${household}/head`,
      `${household}/join`,
      `${household}/dissolve`,
      `${household}/split`,
      `${household}/unite`,
      `${household}/status`,
      `${household}/status/end`,
      `${dwelling}/confirm`,
      `${neighbourhood}?unconfirmed=0`,
      `/citizens/new?household=${id}`,
      `${citizen}/edit`,
      `${citizen}/join`,
      `${citizen}/death`,
      `${citizen}/absence`,
      `${citizen}/marriage`,
      `${citizen}/eid`,
      ...Object.values(life),
      `/citizens/birth?household=${id}`,
      `/citizens/arrival?household=${id}`,
      `${ward}/moves`,
      `${citizen}/duplicates`,
      `${citizen}/merge?with=${citizen.split('/').at(-1)}`,
      `${ward}/duplicates`,
      '/population',
      `/population/list?unit=${code}`,
      '/population/eid',
      '/population/definitions',
      `/population/households?unit=${code}`,
      `/population/dwellings?unit=${code}`,
      '/imports',
      '/imports/new',
      '/account',
    ];
    expect(await look(visitor, paths)).toEqual([]);
    await visitor.context.close();
    const social = await visitAs(browser, server, 'xahoi');
    expect(await look(social, [`${citizen}/policy`, policyEnd])).toEqual([]);
    await social.context.close();
  });

  test('the one-stop desk', { timeout: 180_000 }, async () => {
    const id = await takenIn(server, desk.procedureId, longName);
    const dossier = `/dossiers/${id}`;
    const photo = await attached(server, id, createCanvas(600, 800).toBuffer('image/png'));
    const death = { fullName: longName, nationalId: '079090000001', diedOn: '2026-01-05' };
    const settled = await settledDeath(server, await publishDeaths(server, desk.ward), death);
    const { citizen } = await samplePages(server);
    const acts = ['hand-on', 'request-papers', 'request-fees', 'extend', 'stop', 'assign', 'national-code', 'sign'];
    const intake = `/dossiers/new/${desk.procedureId}`;
    const visitor = await visitAs(browser, server, 'lanhdao');
    const paths = [
      ...[
        '/',
        '/dossiers',
        '/dossiers/register',
        '/dossiers?tab=ready',
        '/dossiers?tab=unit',
        '/dossiers?tab=incoming',
        dossier,
        `${dossier}?taken`,
        `${dossier}?file=${photo}`,
      ],
      ...acts.map((act) => `${dossier}/${act}`),
      ...['/dossiers/new', intake, `${intake}/form`, `${intake}/form?owner=${citizen.split('/').at(-1)}`],
      ...[
        '/admin/one-stop',
        '/admin/one-stop/calendar?year=2027',
        '/admin/procedures',
        '/admin/procedures/catalogue',
        '/admin/procedures/new',
      ],
      ...['', '/version', '/end'].map((page) => `/admin/procedures/${desk.procedureId}${page}`),
      ...['', '/criteria', '/answers'].map((page) => `/satisfaction${page}`),
    ];
    expect(await look(visitor, paths)).toEqual([]);
    await visitor.context.close();
    const clerk = await visitAs(browser, server, 'hotich');
    expect(await look(clerk, [`/dossiers/${settled}/register`, '/dossiers?tab=toWrite'])).toEqual([]);
    await clerk.context.close();
  });

  test('the administration', { timeout: 120_000 }, async () => {
    const visitor = await visitAs(browser, server, 'quantri');
    const kinds = ['establish', 'rename', 'merge', 'split'].map((kind) => `/admin/units/plan?kind=${kind}`);
    const cookie = await server.signIn('quantri');
    const { data } = await server.query<{ accounts: { items: { id: string }[] } }>(
      cookie,
      '{ accounts(first: 1) { items { id } } }',
    );
    const account = data?.accounts.items[0]?.id;
    expect(
      await look(visitor, [
        '/admin/units',
        ...kinds,
        '/admin/accounts',
        '/admin/accounts/new',
        `/admin/accounts/${account}`,
        '/admin/rights',
        '/admin/system',
      ]),
    ).toEqual([]);
    await visitor.context.close();
  });

  test('open menus and suggestions', async () => {
    const visitor = await visitAs(browser, server, 'khupho');
    await visitor.page.goto('/');
    await ready(visitor.page);
    await visitor.page.locator('summary').first().click();
    const menu = await bothThemes(visitor.page);
    await visitor.page.keyboard.press('Escape');
    await visitor.page.keyboard.press('Control+k');
    await visitor.page.keyboard.type('nguyen');
    await visitor.page.getByRole('option').first().waitFor();
    expect([...menu, ...(await bothThemes(visitor.page)), ...visitor.troubles, ...visitor.elsewhere]).toEqual([]);
    await visitor.context.close();
  });

  test('in English', async () => {
    const visitor = await visitAs(browser, server, 'lanhdao');
    await visitor.context.addCookies([{ name: 'nocgia_locale', value: 'en', url: server.origin }]);
    const { ward, household, citizen } = await samplePages(server);
    const dossier = `/dossiers/${await takenIn(server, desk.procedureId, longName)}`;
    const intake = `/dossiers/new/${desk.procedureId}/form`;
    const submit = `/services/${desk.procedureId}/submit`;
    const paths = ['/', ward, household, citizen, '/population', '/dossiers?tab=unit', dossier, intake, submit];
    expect(await look(visitor, paths)).toEqual([]);
    expect(await visitor.page.locator('html').getAttribute('lang')).toBe('en');
    await visitor.context.close();
  });
});
