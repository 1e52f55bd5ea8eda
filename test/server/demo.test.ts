import { generateWard } from '@nocgia/infra/demo/generate.ts';
import { withClient } from '@nocgia/infra/roles.ts';
import { householdWarnings } from '@nocgia/services/registry/citizen/warnings.ts';
import { loadDemo } from '@nocgia/services/server/demo.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';

const size = { seed: 5, dwellings: 60, neighbourhoods: 3, years: 3, dossiers: 40 };
const whole = { seed: 27226, dwellings: 5000, neighbourhoods: 12, years: 3 };
const today = '2026-11-22';

describe('what is generated', () => {
  const ward = generateWard({ ...whole, today });
  const founding = ward.founding.flat();
  const entered = founding.flatMap((event) => (event.type === 'arrival' ? [event] : []));

  test('the same seed and day give the same ward', () => {
    const again = generateWard({ ...size, today });
    expect(generateWard({ ...size, today })).toEqual(again);
    expect(generateWard({ ...size, seed: 6, today })).not.toEqual(again);
  });

  test('is as large as it says', () => {
    const gone = ward.life.filter(({ type }) => type === 'leave' || type === 'death').length;
    const come = ward.life.filter(({ type }) => type === 'arrival' || type === 'birth').length;
    const present = entered.length + come - gone;
    expect(ward.dwellings).toHaveLength(5000);
    expect(present).toBeGreaterThan(20_500);
    expect(present).toBeLessThan(23_500);
    expect(ward.life.length).toBeGreaterThan(10_000);
    expect(new Set(ward.life.map(({ type }) => type)).size, 'kinds of events').toBe(20);
  });

  test('days are in order and none lies ahead; nobody is entered before birth', () => {
    const days = ward.life.map(({ on }) => on);
    expect(days).toEqual(days.toSorted());
    expect(days.at(-1)?.localeCompare(today)).toBeLessThanOrEqual(0);
    expect(entered.filter(({ details, since }) => since < (details.birth ?? ''))).toEqual([]);
  });

  test('no identity number stands twice; ages and sexes are those of a city', () => {
    const ids = entered.flatMap(({ details }) => details.nationalId ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const share = (from: number, to: number): number => {
      const own = entered.filter(({ details }) => {
        const age = 2023 - Number(details.birth?.slice(0, 4));
        return age >= from && age <= to;
      });
      return own.length / entered.length;
    };
    expect(share(0, 14)).toBeGreaterThan(0.13);
    expect(share(25, 44)).toBeGreaterThan(0.3);
    expect(share(65, 120)).toBeLessThan(0.13);
    const men = entered.filter(({ details }) => details.sex === 'male').length / entered.length;
    expect(Math.abs(men - 0.49)).toBeLessThan(0.03);
  });

  test('households are plausible: hardly any gives a warning', () => {
    const households = Map.groupBy(entered, ({ household }) => household);
    const faulty = [...households.values()].filter((members) => {
      const facts = members.map(({ relation, details }) => ({ relation, sex: details.sex, birth: details.birth }));
      return householdWarnings(facts, 'head', today).length > 0;
    });
    expect(faulty.length / households.size).toBeLessThan(0.005);
  });
});

describe('what is loaded', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ size });
  }, 120_000);
  afterAll(() => server.stop());

  test('the rows show whom the generation left in the ward', async () => {
    const today = new Date(server.platform.now().getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
    const ward = generateWard({ ...size, today });
    const present = new Set<number>();
    for (const event of [...ward.founding.flat(), ...ward.life]) {
      if (event.type === 'arrival' || event.type === 'birth') present.add(event.person);
      if (event.type === 'leave' || event.type === 'death') present.delete(event.person);
    }
    const found = await withClient(server.platform.database.projectorUrl, (client) =>
      client.query<{ n: number }>('select count(distinct citizen_id)::int as n from view.citizens where resident'),
    );
    expect(found.rows[0]?.n).toBe(present.size);
  });

  test('the desk has done its dossiers, each with a number of its day, and some are open', async () => {
    const found = await withClient(server.platform.database.projectorUrl, (client) =>
      client.query<{ over: number; open: number; codes: number; owned: number; by: number }>(
        `select count(*) filter (where status in (3, 7, 8, 10))::int as over,
           count(*) filter (where status not in (3, 7, 8, 10))::int as open,
           count(code)::int - count(distinct code)::int as codes,
           count(*) filter (where code is not null and not exists (
             select from view.citizens c where c.citizen_id = d.owner_id))::int as owned,
           count(*) filter (where last_by = 'system' and status <> 1)::int as by
         from view.dossiers d where past is null`,
      ),
    );
    const [row] = found.rows;
    // 40 that are over, less those which the last days have not let come to their end.
    expect(row?.over).toBeGreaterThanOrEqual(38);
    expect(row?.open).toBeGreaterThanOrEqual(2);
    expect(row).toMatchObject({ codes: 0, owned: 0, by: 0 });
  });

  test('what was settled years ago waits no more for the register, and the desk has a history and answers of citizens', async () => {
    const found = await withClient(server.platform.database.projectorUrl, (client) =>
      client.query<{ waiting: number; asked: number; past: number; rated: number }>(
        `select count(*) filter (where to_write is not null)::int as waiting,
           count(*) filter (where to_write is not null and answers <> '{}')::int as asked,
           count(*) filter (where past is not null)::int as past,
           (select count(*) from view.ratings)::int as rated
         from view.dossiers`,
      ),
    );
    const [row] = found.rows;
    expect(row?.waiting).toBeGreaterThan(0);
    expect(row?.waiting).toBeLessThan(10);
    expect(row).toMatchObject({ asked: row?.waiting, past: 40 });
    expect(row?.rated).toBeGreaterThan(0);
  });

  test('a second load adds nothing', async () => {
    const head = await server.platform.log.store.head();
    await loadDemo(server.platform, () => undefined, size, server.projecting);
    expect(await server.platform.log.store.head()).toBe(head);
  });
});
