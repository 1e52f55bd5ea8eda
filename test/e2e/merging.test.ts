import { randomUUID } from 'node:crypto';
import { verify } from '@nocgia/services/projection/verify.ts';
import { projections } from '@nocgia/services/server/projections.ts';
import pg from 'pg';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { main, openBrowser, samplePages, visitAs } from './browser.ts';

let server: TestServer;
let browser: Browser;
let cookie: string;
beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ pages: 'built' }), openBrowser()]);
  cookie = await server.signIn('hotich');
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const meta = () => ({ commandId: randomUUID() });

async function asked<T>(query: string, variables: Record<string, unknown>): Promise<T> {
  const { data, errors } = await server.query<T>(cookie, query, variables);
  expect(errors ?? []).toEqual([]);
  if (!data) throw new Error('no answer');
  return data;
}

async function register(householdId: string, details: Record<string, unknown>, since: string): Promise<string> {
  const residence = { relation: 'other', kind: 'permanent', cause: 'first_entry', since, source: 'board' };
  const { registerCitizen } = await asked<{ registerCitizen: { citizenId: string; position: string } }>(
    `mutation ($meta: CommandMeta!, $input: RegisterCitizenInput!) {
      registerCitizen(meta: $meta, input: $input) { citizenId position }
    }`,
    { meta: meta(), input: { householdId, details, ...residence } },
  );
  return registerCitizen.citizenId;
}

async function population(unit: string): Promise<number> {
  const { population: figures } = await asked<{ population: { total: { value: number } } }>(
    `query ($unit: ID!, $asOf: Day!) { population(unit: $unit, asOf: $asOf) { total { value } } }`,
    { unit, asOf: new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10) },
  );
  return figures.total.value;
}

test('two records of one person are found, compared, merged and separated again', async () => {
  const { household, ward } = await samplePages(server);
  const householdId = household.split('/').at(-1) ?? '';
  const code = ward.split('/').at(-1) ?? '';
  const before = await population(code);
  const phone = '0908123987';
  const first = await register(
    householdId,
    { fullName: 'Lê Thị Song Sinh', sex: 'female', birth: '1988-03-04', birthPlace: 'Bến Lức' },
    '2025-08-01',
  );
  const second = await register(
    householdId,
    { fullName: 'Le Thi Song Sinh', sex: 'female', birth: '1988-04-03', phone },
    '2025-09-01',
  );
  const { page, context } = await visitAs(browser, server, 'hotich');

  await page.goto(`${ward}/duplicates`);
  expect(await main(page)).toContain('ngày sinh đảo ngày và tháng');
  await page.goto(`/citizens/${first}`);
  await page.getByRole('link', { name: 'Tìm hồ sơ có thể trùng' }).click();
  await page.getByRole('link', { name: 'So sánh' }).click();
  await page.waitForURL(/\/merge\?with=/);
  expect(await main(page)).toContain('khác nhau');
  expect(await population(code)).toBe(before + 2);
  await page.getByRole('button', { name: 'Gộp', exact: true }).click();
  await page.waitForURL(`**/citizens/${first}`);
  const merged = await main(page);
  expect(merged).toContain('Bến Lức');
  expect(merged).toContain('gộp ngày');
  expect(merged).toContain('Nhận hồ sơ được gộp vào');
  expect(await population(code)).toBe(before + 1);

  // An old link leads to the survivor; what is recorded by it is marked.
  await page.goto(`/citizens/${second}`);
  expect(new URL(page.url()).pathname).toBe(`/citizens/${first}`);
  await asked(
    `mutation ($meta: CommandMeta!, $id: ID!, $changes: [FieldChange!]!) {
      changeCitizen(meta: $meta, citizenId: $id, nature: change, occurredOn: "2026-01-05", changes: $changes) { position }
    }`,
    { meta: meta(), id: second, changes: [{ field: 'homeTown', shown: null, value: 'Chợ Phú Thọ' }] },
  );
  await page.goto(`/citizens/${first}`);
  await page.getByRole('link', { name: 'Tách ra' }).click();
  await page.waitForURL(/\/unmerge\?merge=/);
  const returned = page.getByRole('region', { name: 'Trở về hồ sơ kia' });
  expect(await returned.innerText()).toContain('Sửa thông tin');
  await page.getByRole('button', { name: 'Tách', exact: true }).click();
  await page.waitForURL(`**/citizens/${first}`);
  expect(await main(page)).not.toContain('Chợ Phú Thọ');
  await page.goto(`/citizens/${second}`);
  expect(await main(page)).toContain('Chợ Phú Thọ');
  expect(new URL(page.url()).pathname).toBe(`/citizens/${second}`);
  expect(await population(code)).toBe(before + 2);
  await context.close();
  // What was folded event by event is what the whole log gives.
  const db = new pg.Pool({ connectionString: server.platform.database.projectorUrl, max: 2 });
  const compared = await verify({ log: server.platform.log, db, projections });
  await db.end();
  expect(compared.filter(({ state }) => state !== 'same').map(({ name }) => name)).toEqual([]);
});
