import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openBrowser, overflow, visitAs } from './browser.ts';
import { fill } from './filling.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ pages: 'built' }), openBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

interface Listed {
  id: string;
  head: { id: string; fullName: string } | null;
  members: { relation: string; citizen: { id: string; fullName: string; age: number | null } }[];
  dwelling: { id: string };
}

const plain = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };

/** Households of the first neighbourhood, as an officer lists them. */
async function households(): Promise<Listed[]> {
  const { data } = await server.query<{ households: { items: Listed[] } }>(
    await server.signIn('hotich'),
    `{ households(unit: "27226-001", first: 60) { items { id head { id fullName } dwelling { id }
      members { relation citizen { id fullName age } } } } }`,
  );
  return data?.households.items ?? [];
}

const grown = ({ members }: Listed) =>
  members.find(({ relation, citizen }) => relation !== 'head' && (citizen.age ?? 0) > 20);

async function texts(page: Page, region: string): Promise<string> {
  return (await page.getByRole('region', { name: region }).innerText()).replace(/\s+/g, ' ');
}

test('a household is split on a phone without script, and joined to another', { timeout: 120_000 }, async () => {
  const all = await households();
  const from = all.find((one) => one.members.length > 2 && grown(one)) ?? expect.fail('no large household');
  const into = all.find((one) => one.id !== from.id && one.head) ?? expect.fail('no other household');
  const goes = grown(from)?.citizen ?? expect.fail('nobody grown');
  const papers = 'Căn cứ: Tờ khai của người dân Số giấy tờ: CT01/7 Ngày cấp: 01/02/2026';
  const { page, context } = await visitAs(browser, server, 'hotich', plain);
  await page.goto(`/households/${from.id}/split`);
  expect(await overflow(page)).toBe(0);
  // Whom to take along and not as whom: the form comes back with what was chosen.
  await page.getByLabel(`${goes.fullName} tách ra`).check();
  await page.getByRole('button', { name: 'Tách hộ' }).click();
  expect(await page.getByRole('alert').count()).toBe(1);
  expect(await page.getByLabel(`${goes.fullName} tách ra`).isChecked()).toBe(true);
  await page.locator(`input[name=headId][value="${goes.id}"]`).check();
  await fill(page, { evidenceKind: 'declaration', evidenceNumber: 'CT01/7', evidenceIssuedOn: '31/12/2099' });
  await page.getByRole('button', { name: 'Tách hộ' }).click();
  expect(await page.getByRole('alert').innerText()).toContain('Ngày cấp');
  await fill(page, { evidenceIssuedOn: '01/02/2026' });
  await page.getByRole('button', { name: 'Tách hộ' }).click();
  await page.waitForURL((url) => /^\/households\/[^/]+$/.test(url.pathname) && !url.pathname.endsWith(from.id));
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(goes.fullName);
  expect(await texts(page, 'Quá trình')).toContain(papers);

  await page.goto(`/households/${from.id}`);
  expect(await texts(page, 'Từng ở hộ này')).toContain(goes.fullName);
  expect(await texts(page, 'Quá trình')).toMatch(new RegExp(`Tách hộ.*${papers}`));
  const split = await page.getByRole('region', { name: 'Từng ở hộ này' }).getByRole('link').last().getAttribute('href');

  await page.goto(`${split}/unite`);
  await page.getByRole('searchbox', { name: /Tìm hộ/ }).fill(into.head?.fullName ?? '');
  await page
    .getByRole('group', { name: /Tìm hộ/ })
    .getByRole('button')
    .click();
  await page.locator(`input[name=intoHouseholdId][value="${into.id}"]`).check();
  await page.getByLabel(goes.fullName).selectOption('lodger');
  // A paper that nobody gave a kind is kept all the same.
  await fill(page, { evidenceNumber: '3/BB' });
  await page.getByRole('button', { name: 'Nhập hộ' }).click();
  await page.waitForURL(`**/households/${into.id}`);
  expect(await texts(page, 'Thành viên')).toContain(goes.fullName);
  await page.goto(String(split));
  expect(await page.getByText('Chấm dứt từ ngày').count()).toBe(1);
  expect(await texts(page, 'Quá trình')).toMatch(/Nhập vào hộ khác.*Giấy tờ khác Số giấy tờ: 3\/BB/);
  await context.close();
});

test(
  'the social officer records and ends a standard of living; nobody else is offered it',
  { timeout: 120_000 },
  async () => {
    const [household] = await households();
    const path = `/households/${household?.id}`;
    const { page, context } = await visitAs(browser, server, 'xahoi', plain);
    await page.goto(`${path}/status`);
    await page.getByLabel('Hộ cận nghèo').check();
    await page.getByLabel('Số quyết định').fill('41/QĐ-UBND');
    await page.getByRole('button', { name: 'Ghi diện' }).click();
    await page.waitForURL(`**${path}`);
    expect(await texts(page, 'Diện nghèo, chính sách')).toContain('Hộ cận nghèo đang hưởng');
    expect(await texts(page, 'Quá trình')).toContain('41/QĐ-UBND');
    await page.getByRole('link', { name: 'Kết thúc' }).click();
    await page.getByRole('button', { name: 'Kết thúc' }).click();
    await page.waitForURL(`**${path}`);
    expect(await texts(page, 'Diện nghèo, chính sách')).toContain('kết thúc từ');
    await context.close();

    const police = await visitAs(browser, server, 'congan', plain);
    await police.page.goto(path);
    expect(await police.page.getByText('Diện nghèo, chính sách').count()).toBe(0);
    expect(await police.page.getByText('41/QĐ-UBND').count()).toBe(0);
    await police.context.close();
  },
);

test(
  'the board confirms a dwelling with one tap, and finds the longest unconfirmed first',
  { timeout: 120_000 },
  async () => {
    const { page, context } = await visitAs(browser, server, 'khupho', plain);
    await page.goto('/units/27226-001?unconfirmed=180');
    const rows = page.locator('tbody tr');
    const before = await rows.count();
    expect(before).toBeGreaterThan(2);
    await rows.first().getByRole('link').click();
    const address = await page.getByRole('heading', { level: 1 }).innerText();
    await page.getByRole('button', { name: 'Xác nhận còn đúng' }).click();
    await page.waitForURL(/\/dwellings\/[^/]+$/);
    expect(await texts(page, 'Xác nhận dữ liệu')).toContain('Đã xác nhận hôm nay.');
    expect(await texts(page, 'Quá trình')).toContain('Xác nhận dữ liệu còn đúng');
    expect(await page.getByRole('button', { name: 'Xác nhận còn đúng' }).count()).toBe(0);
    await page.goto('/units/27226-001?unconfirmed=180');
    expect(await rows.count()).toBe(before - 1);
    await page.goto('/units/27226-001?unconfirmed=0');
    expect(await rows.last().innerText()).toContain(address);
    expect(await overflow(page)).toBe(0);
    await context.close();
  },
);

test('every form of a household or a dwelling asks once for its evidence', async () => {
  const [household] = await households();
  const { page, context, troubles } = await visitAs(browser, server, 'hotich');
  const own = ['head', 'move', 'split', 'unite', 'dissolve'].map((form) => `/households/${household?.id}/${form}`);
  const dwelling = household?.dwelling.id;
  for (const path of [...own, `/households/new?dwelling=${dwelling}`, `/dwellings/${dwelling}/confirm`]) {
    await page.goto(path);
    expect(await page.locator('[name=evidenceNumber]').count(), path).toBe(1);
  }
  expect(troubles).toEqual([]);
  await context.close();
});
