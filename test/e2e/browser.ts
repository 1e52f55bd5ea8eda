import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { chromiumPath } from '../support/chromium.ts';
import type { TestServer } from '../support/server.ts';

/** A browser that takes note of whatever it should not see: requests to elsewhere, breaches of the policy, errors of scripts. */
export interface Visitor {
  context: BrowserContext;
  page: Page;
  /** Addresses asked for outside the server; must stay empty. */
  elsewhere: string[];
  /** Breaches of the content security policy and errors of scripts; must stay empty. */
  troubles: string[];
}

/** Starts Chromium; the caller closes it. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
}

/** A fresh profile looking at this server. */
export async function visit(browser: Browser, origin: string, options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const elsewhere: string[] = [];
  const troubles: string[] = [];
  const { host } = new URL(origin);
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.host !== host) elsewhere.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && /content security policy|uncaught/i.test(message.text()))
      troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(String(error)));
  return { context, page, elsewhere, troubles };
}

/** The same, signed in by a cookie of the API as one of the demo accounts. */
export async function visitAs(
  browser: Browser,
  server: TestServer,
  username: string,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const visitor = await visit(browser, server.origin, options);
  const [name = '', ...value] = (await server.signIn(username)).split('=');
  await visitor.context.addCookies([{ name, value: value.join('='), url: server.origin }]);
  return visitor;
}

/** How far the page is wider than its window, in pixels; 0 = nothing scrolls sideways. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}

/** A desk's screen. */
export const desktop = { viewport: { width: 1440, height: 900 } };

/** What the page says. */
export const main = (page: Page): Promise<string> => page.locator('main').innerText();

/** What its history says. */
export const course = (page: Page): Promise<string> => page.locator('#history').innerText();

/** Waits until scripts have taken the page over. */
export async function ready(page: Page): Promise<void> {
  await page.locator('html[data-script=on]').waitFor({ state: 'attached' });
}

/** Addresses of one page of each kind in the demo ward, found the way an officer finds them. */
export async function samplePages(
  server: TestServer,
  username = 'hotich',
): Promise<Record<'ward' | 'neighbourhood' | 'dwelling' | 'household' | 'citizen', string>> {
  const cookie = await server.signIn(username);
  interface Sample {
    units: { code: string; level: string }[];
    citizens: { items: { citizen: { id: string }; household: { id: string; dwelling: { id: string } } | null }[] };
  }
  const { data: units } = await server.query<Pick<Sample, 'units'>>(cookie, '{ units { code level } }');
  const code = (level: string) => units?.units.find((unit) => unit.level === level)?.code ?? '';
  const { data } = await server.query<Pick<Sample, 'citizens'>>(
    cookie,
    'query ($unit: ID!) { citizens(unit: $unit, first: 20) { items { citizen { id } household { id dwelling { id } } } } }',
    { unit: code('ward') },
  );
  const row = data?.citizens.items.find(({ household }) => household !== null);
  if (!row?.household) throw new Error('The demo ward has no resident.');
  return {
    ward: `/units/${code('ward')}`,
    neighbourhood: `/units/${code('neighbourhood')}`,
    dwelling: `/dwellings/${row.household.dwelling.id}`,
    household: `/households/${row.household.id}`,
    citizen: `/citizens/${row.citizen.id}`,
  };
}
