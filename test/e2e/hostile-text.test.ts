import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openBrowser, ready, samplePages, visit, visitAs } from './browser.ts';
import { fill, idOf, recorded } from './filling.ts';
import { openOneStop, takenIn } from './one-stop.ts';
import { somebody } from './somebody.ts';

let server: TestServer;
let browser: Browser;
let at: Awaited<ReturnType<typeof samplePages>>;
let one: Awaited<ReturnType<typeof somebody>>;
let procedure: string;
beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ pages: 'built' }), openBrowser()]);
  at = await samplePages(server);
  one = await somebody(server);
  procedure = (await openOneStop(server)).procedureId;
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** What is refused for one reason hides the other, so what may pass together stands together. */
const hostile = {
  'formula, script, quotes and braces': `=HYPERLINK("http://x","y")<script>window.ran=1</script><img src=x onerror="window.ran=1">'";--{{constructor.constructor('window.ran=1')()}}\${7*7}`,
  'decomposed letters': 'Nguyễn'.normalize('NFD'),
  'control characters': 'a\u0007b\u0000c',
  'a mark that turns direction': 'abc\u202Ecba',
  '10,000 characters': 'ớ'.repeat(10_000),
};

/** The form of an act on a dossier of its own, since what is taken may end it. */
const onDossier = async (act: string) => `/dossiers/${await takenIn(server, procedure)}/${act}`;

/** Forms by who may fill them in. */
const forms: Record<string, Record<string, () => string | Promise<string>>> = {
  hotich: {
    'a new person': () => `/citizens/new?household=${idOf(at.household)}`,
    'details of a person': () => `${at.citizen}/edit`,
    'a household': () => `${at.household}/edit`,
    'a new household': () => `/households/new?dwelling=${idOf(at.dwelling)}`,
    'a new dwelling': () => `/dwellings/new?unit=${idOf(at.ward)}`,
    'a dwelling': () => `${at.dwelling}/edit`,
    'a move': () => `${at.citizen}/join`,
    'a death': () => `${at.citizen}/death`,
    'an absence': () => `${at.citizen}/absence`,
    'a marriage': () => `${at.citizen}/marriage`,
    'a birth': () => `/citizens/birth?household=${idOf(at.household)}`,
    'an arrival': () => `/citizens/arrival?household=${idOf(at.household)}`,
    'a level of electronic identity': () => `${at.citizen}/eid`,
    'a renewal': () => one.renewal,
    'the end of an absence': () => one.absenceEnd,
    'the end of a marriage': () => one.marriageEnd,
    'a move of a household': () => `${at.household}/move`,
    'a change of head': () => `${at.household}/head`,
    'a split': () => `${at.household}/split`,
    'a union': () => `${at.household}/unite`,
    'the end of a household': () => `${at.household}/dissolve`,
    'a confirmation': () => `${at.dwelling}/confirm`,
  },
  xahoi: {
    'a policy status': () => `${at.citizen}/policy`,
    'the end of a policy status': () => one.policyEnd,
    'a status of a household': () => `${at.household}/status`,
  },
  lanhdao: {
    'an intake': () => `/dossiers/new/${procedure}/form`,
    'a request for papers': () => onDossier('request-papers'),
    'a national code': () => onDossier('national-code'),
    'more time': () => onDossier('extend'),
    'the end of a dossier': () => onDossier('stop'),
    'a procedure': () => '/admin/procedures/new',
  },
};

/** Types the text into every field that takes one, as a program could; answers the names of those fields. */
function fillAll(page: Page, text: string): Promise<string[]> {
  const fields = page.locator(
    'main form input:not([type]), main form input[type=text], main form input[type=tel], main form textarea',
  );
  return fields.evaluateAll(
    (elements, value) =>
      elements.flatMap((field) => {
        const typed = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
        if (!typed || field.disabled || !field.checkVisibility()) return [];
        field.value = value;
        return [field.name];
      }),
    text,
  );
}

/** Types it into the page that is open and sends it by its button; answers what the page says then, or `null` where it was taken. */
async function typeIn(page: Page, text: string): Promise<{ names: string[]; status: number; said: string | null }> {
  const before = new URL(page.url()).pathname;
  const names = await fillAll(page, text);
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST' && response.url().includes(before)),
    page.locator('main form button:not([type=button])').last().click(),
  ]);
  const alert = page.locator('main [role=alert]').first();
  const said = await Promise.race([
    alert.waitFor().then(() => alert.innerText()),
    page.waitForURL((url) => url.pathname !== before).then(() => null),
  ]);
  return { names, status: answer.status(), said };
}

/** The same as a browser without script sends it, but shown to nobody: a tenth of the time. */
function post(
  page: Page,
  path: string,
  names: string[],
  text: string,
): Promise<{ status: number; said: string | null }> {
  return page.evaluate(
    async (sent) => {
      const read = async (answer: Response): Promise<Document> =>
        new DOMParser().parseFromString(await answer.text(), 'text/html');
      const headers = { accept: 'text/html' };
      const opened = await read(await fetch(sent.path, { headers }));
      const button = [...opened.querySelectorAll<HTMLButtonElement>('main form button:not([type=button])')].at(-1);
      if (!button?.form) throw new Error(`${sent.path} has no form`);
      for (const field of opened.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('main form [name]'))
        if (sent.names.includes(field.name)) field.value = sent.text;
      const data = new FormData(button.form, button);
      const query = button.form.getAttribute('action') ?? '';
      const action = new URL(button.getAttribute('formaction') ?? query, new URL(sent.path, location.href));
      const plain = new URLSearchParams([...data].map(([name, value]) => [name, String(value)]));
      const body = button.form.enctype === 'multipart/form-data' ? data : plain;
      const answer = await fetch(action, { method: 'POST', headers, body });
      if (new URL(answer.url).pathname !== action.pathname) return { status: answer.status, said: null };
      // What is too large never reaches the page of the form.
      const alert = (await read(answer)).querySelector(answer.status === 413 ? 'main h1' : 'main [role=alert]');
      return { status: answer.status, said: alert?.textContent ?? '' };
    },
    { path, names, text },
  );
}

test.each(Object.keys(forms))(
  'hostile text in every field of every form of %s is refused with a message, or taken; no script runs',
  { timeout: 180_000 },
  async (officer) => {
    const { page, context, troubles } = await visitAs(browser, server, officer);
    const behind = await context.newPage();
    await behind.goto('/account');
    // A page that nobody sees draws once a second, and whoever clicks waits for that.
    await page.bringToFront();
    const [seen, ...unseen] = Object.entries(hostile);
    for (const [form, path] of Object.entries(forms[officer] ?? {})) {
      await page.goto(await path());
      const { names, ...typed } = await typeIn(page, seen?.[1] ?? '');
      expect(names, form).not.toEqual([]);
      expect(await page.evaluate(() => Reflect.get(window, 'ran')), form).toBeUndefined();
      const answers = [typed];
      for (const [, text] of unseen) answers.push(await post(behind, await path(), names, text));
      for (const [at, { status, said }] of answers.entries()) {
        const what = `${form}: ${Object.keys(hostile)[at]}: ${said}`;
        expect(status, what).toBeLessThan(500);
        expect(said?.trim(), what).not.toBe('');
      }
    }
    expect(troubles).toEqual([]);
    await context.close();
  },
);

test('in the forms of the public each of them is refused or taken as well', { timeout: 120_000 }, async () => {
  const { page, context, troubles } = await visit(browser, server.origin, { viewport: { width: 360, height: 740 } });
  for (const path of [`/services/${procedure}/submit`, '/follow', `/rate?ward=${idOf(at.ward)}`])
    for (const [kind, text] of Object.entries(hostile)) {
      await page.goto(path);
      const form = page.locator('main form').first();
      // As a program sends it: what the browser itself would stop is sent too.
      await form.evaluate((element: HTMLFormElement) => {
        element.noValidate = true;
        for (const closed of element.querySelectorAll('details')) closed.open = true;
        for (const mark of element.querySelectorAll<HTMLInputElement>('input[type=radio]')) mark.checked = true;
      });
      expect(await fillAll(page, text), path).not.toEqual([]);
      const [answer] = await Promise.all([
        page.waitForResponse((response) => response.request().method() === 'POST'),
        form.locator('button:not([type=button])').locator('visible=true').last().click(),
      ]);
      expect(answer.status(), `${path}: ${kind}`).toBeLessThan(500);
      await page.getByRole('alert').first().waitFor();
      expect(await page.evaluate(() => Reflect.get(window, 'ran')), path).toBeUndefined();
    }
  expect(troubles).toEqual([]);
  await context.close();
});

test('a form that is too large says so, and keeps what was typed', async () => {
  const { page, context } = await visitAs(browser, server, 'hotich');
  await page.goto(`${at.citizen}/edit`);
  await ready(page);
  await page.locator('#field-note').evaluate((element) => {
    if (element instanceof HTMLTextAreaElement) element.value = 'x'.repeat(5 << 20);
  });
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  expect(await page.getByRole('alert').innerText()).toContain('quá dài');
  expect(await page.locator('#field-note').inputValue()).toHaveLength(5 << 20);
  await context.close();
});

test('what is taken is shown as it was typed, after NFC', async () => {
  const { page, context } = await visitAs(browser, server, 'hotich');
  const typed = `=1+1 <b>Đắk</b> ${'Lắk'.normalize('NFD')} "x"`;
  await page.goto(`${at.citizen}/edit`);
  await page.locator('#field-homeTown').fill(typed);
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.waitForURL(`**${at.citizen}`);
  expect(await page.locator('main').innerText()).toContain(typed.normalize('NFC'));
  await page.goto(`${at.dwelling}/confirm`);
  await fill(page, { evidenceKind: 'declaration', evidenceNumber: '=1+1', evidenceIssuedBy: typed });
  await recorded(page, 'dwellings');
  expect(await page.locator('#history').innerText()).toContain(`Nơi cấp: ${typed.normalize('NFC')}`);
  await context.close();
});
