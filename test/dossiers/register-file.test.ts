import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld } from '../leak/open-world.ts';
import type { World } from '../leak/world.ts';
import { qrOfPage, readPdf } from '../support/pdf.ts';
import type { TestServer } from '../support/server.ts';
import { textOfWorkbook } from '../support/workbook-text.ts';

let server: TestServer;
let world: World;
let cookie = '';

beforeAll(async () => {
  const opened = await openWorld();
  ({ server, world } = opened);
  cookie = opened.readers.find(({ name }) => name === 'desk.own')?.cookie ?? expect.fail('not signed in');
}, 120_000);
afterAll(() => server.stop());

const file = (kind: string, ward = world.places.own.ward, query = '&from=2025-01-01') =>
  server.app.inject({ url: `/api/export/dossiers.${kind}?unit=${ward}${query}`, headers: { cookie } });

describe('the register of dossiers', () => {
  test('leaves as a workbook with the dossiers of the ward and of no other', async () => {
    const text = textOfWorkbook((await file('xlsx')).rawPayload);
    for (const said of ['SỔ THEO DÕI HỒ SƠ', 'Nguoinopkappa Hosokappa', 'Noiokappa ngo kappa', 'Hộ tịch'])
      expect(text).toContain(said);
    expect(text).not.toContain('Nguoinopomega');
  });

  test('is printed too, with a code that prints it anew, and both are logged', async () => {
    const { rawPayload, headers } = await file('pdf');
    expect(headers['content-type']).toBe('application/pdf');
    const [page] = await readPdf(rawPayload);
    expect(page?.text).toContain('Hosokappa');
    expect(await qrOfPage(rawPayload)).toContain(`/api/export/dossiers.pdf?unit=${world.places.own.ward}`);
    const { rows } = await server.platform.appPool.query(
      "select from app.access_log where action = 'export' and account_id = (select id from view.account where username = 'desk.own')",
    );
    expect(rows.length).toBe(2);
  });

  test('of a day without dossiers is empty; of another ward, or of a list that is never printed, there is none', async () => {
    const empty = textOfWorkbook(
      (await file('xlsx', world.places.own.ward, '&from=2025-01-01&to=2025-01-02')).rawPayload,
    );
    expect(empty).toContain('Từ ngày 01/01/2025 đến ngày 02/01/2025');
    expect(empty).not.toContain('Hosokappa');
    expect((await file('pdf', world.places.otherWard.ward)).statusCode).toBe(404);
    const people = await server.app.inject({ url: '/api/export/people.pdf?unit=27226', headers: { cookie } });
    expect(people.statusCode).toBe(404);
  });
});
