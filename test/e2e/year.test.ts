import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openBrowser, ready, samplePages, visitAs } from './browser.ts';
import { fill, idOf, recorded, send } from './filling.ts';

let server: TestServer;
let browser: Browser;
let at: Awaited<ReturnType<typeof samplePages>>;
beforeAll(async () => {
  // The year that is played ends on the eve of a day that stands still.
  const now = () => new Date('2026-11-22T03:00:00Z');
  [server, browser] = await Promise.all([startTestServer({ pages: 'built', now }), openBrowser()]);
  at = await samplePages(server);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

interface Statement {
  opening: number;
  closing: number;
  causes: Record<string, number>;
}

/** The movement of the ward over the year that is played, as the figures say it. */
async function movement(headcount: 'permanent' | 'temporary' | 'present'): Promise<Statement> {
  const cookie = await server.signIn('hotich');
  const { data, errors } = await server.query<{
    population: {
      total: { value: number };
      movement: { opening: number; closing: number; causes: { cause: string; delta: number }[] };
    };
  }>(
    cookie,
    `query ($unit: ID!, $headcount: Headcount) {
      population(unit: $unit, asOf: "2026-11-22", movementFrom: "2025-12-01", headcount: $headcount) {
        total { value } movement { opening closing causes { cause delta } }
      }
    }`,
    { unit: idOf(at.ward), headcount },
  );
  expect(errors ?? []).toEqual([]);
  const found = data?.population;
  if (!found) throw new Error('no figures');
  const { opening, closing, causes } = found.movement;
  expect(opening + causes.reduce((sum, { delta }) => sum + delta, 0)).toBe(closing);
  expect(closing).toBe(found.total.value);
  return { opening, closing, causes: Object.fromEntries(causes.map(({ cause, delta }) => [cause, delta])) };
}

/** What changed in a statement, cause by cause; causes that did not are left out. */
function gained(before: Statement, after: Statement): Record<string, number> {
  const names = [...new Set([...Object.keys(before.causes), ...Object.keys(after.causes)])].sort();
  return Object.fromEntries(
    names
      .map((name) => [name, (after.causes[name] ?? 0) - (before.causes[name] ?? 0)] as const)
      .filter(([, delta]) => delta !== 0),
  );
}

async function newcomer(page: Page, household: string, values: Record<string, string>): Promise<string> {
  await page.goto(`/citizens/new?household=${idOf(household)}`);
  await ready(page);
  await fill(page, { kind: 'permanent', cause: 'arrival', source: 'police', ...values });
  return recorded(page);
}

/** Opens a form of a page and sends it filled. */
async function record(page: Page, path: string, values: Record<string, string>, of = 'citizens'): Promise<string> {
  await page.goto(path);
  await ready(page);
  await fill(page, values);
  return recorded(page, of);
}

test(
  'a year in the life of a household: the pages tell it, and the figures agree with a count by hand',
  { timeout: 240_000 },
  async () => {
    const before = {
      permanent: await movement('permanent'),
      temporary: await movement('temporary'),
      present: await movement('present'),
    };
    const { page, context, troubles } = await visitAs(browser, server, 'hotich');
    const social = await visitAs(browser, server, 'xahoi');

    // December: a household is formed; a couple arrives.
    const home = await record(
      page,
      `/households/new?dwelling=${idOf(at.dwelling)}`,
      { number: '9001', occurredOn: '01/12/2025' },
      'households',
    );
    const nam = await newcomer(page, home, {
      ...{ fullName: 'Võ Văn Năm', sex: 'male', birth: '09/09/1985', relation: 'head', since: '05/12/2025' },
    });
    const thang = await newcomer(page, home, {
      ...{ fullName: 'Trần Thị Tháng', sex: 'female', birth: '10/10/1988', relation: 'wife', since: '05/12/2025' },
    });
    // January: they marry.
    await page.goto(`${nam}/marriage`);
    await ready(page);
    await fill(page, { find: 'Trần Thị Tháng' });
    await page.getByRole('button', { name: 'Tìm', exact: true }).last().click();
    await page.locator(`input[name=spouseId][value="${idOf(thang)}"]`).check();
    await fill(page, { occurredOn: '10/01/2026', evidenceKind: 'marriage_certificate', evidenceNumber: '12/2026' });
    await recorded(page);
    // February: a child is born. It was registered late, which is said first.
    await page.goto(`/citizens/birth?household=${idOf(home)}`);
    await ready(page);
    await fill(page, {
      ...{ fullName: 'Võ Thị Giêng', sex: 'female', birth: '03/02/2026', relation: 'child' },
      ...{ motherId: idOf(thang), fatherId: idOf(nam), evidenceNumber: '77' },
    });
    await send(page);
    await page.getByText('Quá 60 ngày kể từ ngày sinh').waitFor();
    const child = await recorded(page);
    // March: a lodger.
    const lodger = await newcomer(page, home, {
      ...{ fullName: 'Lý Văn Tạm', sex: 'male', birth: '1999', relation: 'lodger', kind: 'temporary' },
      ...{ since: '01/03/2026', until: '01/12/2026' },
    });
    // April: the old mother comes.
    const mother = await newcomer(page, home, {
      ...{ fullName: 'Ngô Thị Tám', sex: 'female', birth: '1940', relation: 'mother', since: '02/04/2026' },
    });
    // May and June: away, and home again.
    await record(page, `${thang}/absence`, { occurredOn: '05/05/2026', until: '30/06/2026', destination: 'Huế' });
    await page.getByRole('link', { name: 'Đã trở về' }).click();
    await page.waitForURL(/absence\/end/);
    await fill(page, { occurredOn: '20/06/2026' });
    await recorded(page);
    // July: the mother becomes a household of her own under the same roof.
    await page.goto(`${home}/split`);
    await ready(page);
    await fill(page, { citizenIds: idOf(mother), headId: idOf(mother), occurredOn: '01/07/2026' });
    const own = await recorded(page, 'households');
    expect(own).not.toBe(home);
    // August: she dies.
    await page.goto(`${mother}/death`);
    await ready(page);
    await fill(page, { occurredOn: '15/08/2026', evidenceNumber: '9/KT' });
    await send(page);
    await page.getByText('Quá 15 ngày kể từ ngày mất').waitFor();
    await recorded(page);
    // September: an electronic identity; the household is found to be poor.
    await record(page, `${nam}/eid`, { level: '2', occurredOn: '02/09/2026' });
    const poor = { status: 'poor', occurredOn: '01/09/2026', until: '31/12/2026' };
    await record(social.page, `${home}/status`, poor, 'households');
    // October: divorce, and she leaves.
    await page.goto(nam);
    await page.locator('main a[href*="/marriage/end?id="]').last().click();
    await page.waitForURL(/marriage\/end/);
    await fill(page, { occurredOn: '01/10/2026', evidenceKind: 'court_judgment' });
    await recorded(page);
    await page.goto(thang);
    await page.locator('main a[href*="/leave?id="]').last().click();
    await page.waitForURL(/\/leave/);
    await fill(page, { occurredOn: '15/10/2026', wentTo: 'Thành phố Huế' });
    await recorded(page);
    // November: the lodger stays on; the dwelling is looked at.
    await page.goto(lodger);
    await page.locator('main a[href*="/renew?id="]').last().click();
    await page.waitForURL(/renew/);
    await fill(page, { until: '01/12/2027', occurredOn: '20/11/2026' });
    await recorded(page);
    await record(page, `${at.dwelling}/confirm`, { method: 'visit', occurredOn: '21/11/2026' }, 'dwellings');

    // Counted by hand: three arrivals, a birth, a death, a departure; a lodger; nobody is away today.
    const after = {
      permanent: await movement('permanent'),
      temporary: await movement('temporary'),
      present: await movement('present'),
    };
    expect(gained(before.permanent, after.permanent)).toEqual({ arrival: 3, birth: 1, death: -1, departure: -1 });
    expect(gained(before.temporary, after.temporary)).toEqual({ arrival: 1 });
    expect(after.present.closing - before.present.closing).toBe(3);

    await page.goto(home);
    const told = await page.locator('main').innerText();
    for (const part of ['Võ Văn Năm', 'Võ Thị Giêng', 'Lý Văn Tạm', 'Hộ nghèo']) expect(told).toContain(part);
    await page.goto(child);
    expect(await page.locator('#history').innerText()).toContain('Sinh ra');
    await page.goto(`/population?unit=${idOf(at.ward)}`);
    expect(await page.locator('main').innerText()).toContain(String(after.permanent.closing));
    expect([...troubles, ...social.troubles]).toEqual([]);
    await context.close();
    await social.context.close();
  },
);
