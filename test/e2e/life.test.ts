import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { main, openBrowser, overflow, ready, samplePages, visitAs } from './browser.ts';
import { fill, idOf, recorded, send } from './filling.ts';

let server: TestServer;
let browser: Browser;
let at: Awaited<ReturnType<typeof samplePages>>;
beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ pages: 'built' }), openBrowser()]);
  at = await samplePages(server);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const history = (page: Page) => page.locator('#history').innerText();

/** Somebody new in a household of the demo ward, by the form. */
async function newcomer(page: Page, fullName: string, changes: Record<string, string> = {}): Promise<string> {
  await page.goto(`/citizens/new?household=${idOf(at.household)}`);
  await fill(page, {
    ...{ fullName, sex: 'female', birth: '17/05/1990', relation: 'lodger', kind: 'temporary', cause: 'arrival' },
    ...{ since: '01/01/2025', until: '01/12/2026', source: 'police' },
    ...changes,
  });
  return recorded(page);
}

describe.each([
  ['with script', true],
  ['without script', false],
])('%s', (_name, javaScriptEnabled) => {
  const word = javaScriptEnabled ? 'Mây' : 'Gió';
  const paper = { evidenceKind: 'decision', evidenceNumber: `15/QĐ-${word}`, evidenceIssuedOn: '02/03/2026' };

  test('absent, back, renewed, married, divorced: each stands in the history with its paper', async () => {
    const { page, context, troubles } = await visitAs(browser, server, 'hotich', { javaScriptEnabled });
    const person = await newcomer(page, `Lê Thị ${word}`);
    await page.goto(`${person}/absence`);
    await fill(page, { occurredOn: '05/01/2026', until: '30/06/2026', destination: 'Cần Thơ', reason: 'Đi học' });
    await fill(page, { ...paper, evidenceKind: 'declaration' });
    await recorded(page);
    expect(await main(page)).toContain('Cần Thơ');
    expect(await history(page)).toContain(`15/QĐ-${word}`);
    await page.getByRole('link', { name: 'Đã trở về' }).click();
    await page.waitForURL(/absence\/end/);
    await fill(page, { occurredOn: '04/01/2026' });
    await send(page);
    await page.getByText('Ngày này trước ngày bắt đầu vắng (2026-01-05).').first().waitFor();
    await fill(page, { occurredOn: '01/05/2026', evidenceKind: 'visit', evidenceNumber: `9/BB-${word}` });
    await recorded(page);
    expect(await history(page)).toContain(`9/BB-${word}`);

    await page.locator('main a[href*="/renew?id="]').last().click();
    await page.waitForURL(/renew/);
    await fill(page, { until: '01/12/2028', occurredOn: '01/06/2026' });
    await send(page);
    await page.getByText('Gia hạn sớm hơn 15 ngày trước khi hết hạn').waitFor();
    await recorded(page);
    expect(await main(page)).toContain('01/12/2028');

    await page.goto(`${person}/marriage`);
    await fill(page, { spouseName: `Trần Văn ${word}`, occurredOn: '01/02/2026', ...paper });
    await recorded(page);
    expect(await main(page)).toContain('Đang có vợ / chồng');
    await page.goto(`${person}/marriage`);
    await fill(page, { spouseName: 'Người Thứ Ba', occurredOn: '01/03/2026' });
    await send(page);
    await page.getByText('Người này đang có vợ hoặc chồng.').first().waitFor();
    await page.goto(person);
    await page.locator('main a[href*="/marriage/end?id="]').last().click();
    await page.waitForURL(/marriage\/end/);
    await fill(page, { occurredOn: '01/09/2026' });
    await recorded(page);
    const told = await history(page);
    for (const headline of ['Tạm vắng', 'Kết thúc tạm vắng', 'Gia hạn tạm trú', 'Kết hôn', 'Chấm dứt hôn nhân'])
      expect(told).toContain(headline);
    expect(troubles).toEqual([]);
    await context.close();
  });

  test('a child is born, with what is unusual said first; a death widows the spouse', async () => {
    const { page, context } = await visitAs(browser, server, 'hotich', { javaScriptEnabled });
    const permanent = { kind: 'permanent', cause: 'first_entry', until: '', relation: 'other' };
    const mother = await newcomer(page, `Phạm Thị ${word}`, permanent);
    const father = await newcomer(page, `Phan Văn ${word}`, { ...permanent, sex: 'male' });
    await page.goto(`${mother}/marriage`);
    await fill(page, { find: `Phan Văn ${word}` });
    await page.getByRole('button', { name: 'Tìm', exact: true }).last().click();
    await page.locator(`input[name=spouseId][value="${idOf(father)}"]`).check();
    await fill(page, { occurredOn: '01/02/2020' });
    await recorded(page);
    expect(await main(page)).toContain(`Phan Văn ${word}`);

    await page.goto(`/citizens/birth?household=${idOf(at.household)}`);
    const child = { fullName: `Phan Bé ${word}`, sex: 'male', birth: '01/03/2026', relation: 'other' };
    await fill(page, { ...child, motherId: idOf(mother), fatherId: idOf(father), evidenceNumber: '77' });
    await send(page);
    await page.getByText('Quá 60 ngày kể từ ngày sinh').waitFor();
    await recorded(page);
    expect(await page.locator('h1').innerText()).toBe(`Phan Bé ${word}`);
    const born = await history(page);
    for (const told of ['Sinh ra', `Mẹ: Phạm Thị ${word}`, `Cha: Phan Văn ${word}`]) expect(born).toContain(told);

    await page.goto(`${father}/death`);
    await fill(page, { occurredOn: '01/04/2026', evidenceNumber: '9/KT' });
    await send(page);
    await page.getByText('Quá 15 ngày kể từ ngày mất').waitFor();
    await recorded(page);
    expect(await main(page)).toContain('Đã mất ngày 01/04/2026');
    await page.goto(mother);
    expect(await main(page)).toContain('Góa');
    // A child may be born after its father's death.
    await page.goto(`/citizens/birth?household=${idOf(at.household)}`);
    const fathers = await page.locator('[name=fatherId] option').allTextContents();
    expect(fathers).toContain(`Phan Văn ${word} (đã mất)`);
    await context.close();
  });

  test('who leaves for a known ward waits for the other end; who comes back arrives again', async () => {
    const { page, context } = await visitAs(browser, server, 'hotich', { javaScriptEnabled });
    const permanent = { kind: 'permanent', cause: 'first_entry', until: '', relation: 'other' };
    const ward = idOf(at.ward);
    const person = await newcomer(page, `Đỗ Thị ${word}`, permanent);
    await page.locator('main a[href*="/leave?id="]').last().click();
    await page.waitForURL(/\/leave/);
    await fill(page, { find: ward });
    await page.getByRole('button', { name: 'Tìm', exact: true }).last().click();
    await page.locator(`input[name=toWard][value="${ward}"]`).check();
    await fill(page, { occurredOn: '01/02/2026', evidenceKind: 'residence_notice' });
    await recorded(page);
    expect(await history(page)).toContain('Chuyển đi nơi khác');
    await page.goto(`${at.ward}/moves`);
    expect(await main(page)).toContain(`Đỗ Thị ${word}`);

    await page.goto(person);
    await page.locator('main summary').click();
    await page.getByRole('link', { name: 'Trở lại cư trú' }).click();
    await page.waitForURL(/\/join$/);
    await fill(page, { find: (await addressOf(page)) ?? '' });
    await page.getByRole('button', { name: 'Tìm', exact: true }).last().click();
    await page.locator(`input[name=householdId][value="${idOf(at.household)}"]`).check();
    await fill(page, { relation: 'other', since: '01/03/2026' });
    await recorded(page);
    await page.goto(`${at.ward}/moves`);
    expect(await main(page)).not.toContain(`Đỗ Thị ${word}`);
    await context.close();
  });
});

/** The name by which the sample household is found: its head's. */
async function addressOf(page: Page): Promise<string | undefined> {
  const cookie = await server.signIn('hotich');
  const { data } = await server.query<{ household: { head: { fullName: string } | null } }>(
    cookie,
    'query ($id: ID!) { household(id: $id) { head { fullName } } }',
    { id: idOf(at.household) },
  );
  await page.waitForLoadState();
  return data?.household.head?.fullName;
}

test('the social officer grants a policy status and ends it; the civil status officer is not offered to', async () => {
  const social = await visitAs(browser, server, 'xahoi');
  await social.page.goto(`${at.citizen}/policy`);
  await ready(social.page);
  await fill(social.page, { status: 'war_invalid', occurredOn: '01/01/2026', evidenceNumber: '3/QĐ' });
  await recorded(social.page);
  expect(await main(social.page)).toContain('Thương binh, bệnh binh');
  await social.page.locator('main a[href*="/policy/end?id="]').last().click();
  await social.page.waitForURL(/policy\/end/);
  await fill(social.page, { occurredOn: '01/06/2026' });
  await recorded(social.page);
  expect(await history(social.page)).toContain('Kết thúc diện chính sách');
  await social.context.close();
  const clerk = await visitAs(browser, server, 'hotich');
  await clerk.page.goto(at.citizen);
  expect(await clerk.page.locator('a[href$="/policy"]').count()).toBe(0);
  await clerk.context.close();
});

test('the level of an electronic identity rises, and falls only as a correction', async () => {
  const { page, context } = await visitAs(browser, server, 'hotich');
  const person = await newcomer(page, 'Lý Định Danh');
  for (const level of ['2', '1']) {
    await page.goto(`${person}/eid`);
    await ready(page);
    await fill(page, { level, occurredOn: '01/02/2026', nature: 'change' });
    if (level === '2') await recorded(page);
  }
  await send(page);
  await page.getByText('Mức định danh điện tử chỉ tăng.').first().waitFor();
  await fill(page, { nature: 'correction' });
  await recorded(page);
  expect(await main(page)).toContain('Mức độ 1');
  await context.close();
});

test('nothing runs out of the page, the menu of events open, with a name as long as they get', async () => {
  const { page, context, troubles } = await visitAs(browser, server, 'hotich');
  await newcomer(page, 'Công Tằng Tôn Nữ Thị Hoàng Nguyễn Phúc Vĩnh Thụy Khánh');
  await ready(page);
  const wide: number[] = [];
  for (const width of [360, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    if (width === 360) await page.locator('main summary').click();
    expect(await page.getByRole('navigation', { name: 'Ghi sự kiện' }).isVisible()).toBe(true);
    if ((await overflow(page)) > 0) wide.push(width);
  }
  expect([...wide, ...troubles]).toEqual([]);
  await context.close();
});
