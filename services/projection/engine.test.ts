import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createProjector, type ProjectorEvent } from './engine.ts';
import type { Projection } from './projection.ts';
import { sample, uuidOf } from './testing/sample-events.ts';
import { sampleProjection } from './testing/sample-projection.ts';
import { openScene, type Scene } from './testing/scene.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

function projector(
  projection: Projection = sampleProjection(),
  more: Partial<Parameters<typeof createProjector>[0]> = {},
) {
  return createProjector({ log: scene.log, db: scene.projector, projections: [projection], ...more });
}

async function members(): Promise<{ id: string; dwelling_id: string | null; changes: number }[]> {
  const result = await scene.projector.query('select id, dwelling_id, changes from view.sample_member order by id');
  return result.rows;
}

/** The same facts, once as one page and once event by event. */
function story() {
  return [
    sample.formed('h1', 'd1'),
    sample.lives('c1', 'h1'),
    sample.lives('c2', 'h1'),
    sample.moved('h1', 'd2'),
    sample.formed('h2', 'd3'),
    sample.lives('c2', 'h2'),
    sample.dissolved('h1'),
  ];
}

describe('load, fold, store', () => {
  test('rows are the same whatever the size of a page', async () => {
    const seen = [];
    for (const pageSize of [1, 3, 100]) {
      const own = await openScene();
      try {
        await own.record(...story());
        const engine = createProjector({
          log: own.log,
          db: own.projector,
          projections: [sampleProjection()],
          pageSize,
        });
        await engine.runToHead();
        await engine.stop();
        seen.push(
          await own.projector.query('select * from view.sample_member order by id').then((result) => result.rows),
        );
        const moves = await own.projector.query(
          'select position, n, citizen_id, dwelling_id from view.sample_move order by 1, 2',
        );
        expect(moves.rows).toHaveLength(6);
      } finally {
        await own.close();
      }
    }
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]).toEqual(seen[2]);
    const c1 = seen[0]?.find((row) => row.id === uuidOf('c1'));
    expect(c1).toMatchObject({
      household_id: null,
      dwelling_id: null,
      changes: 3,
      names: ['a "quoted" name', 'back\\slash', 'tab\tand\nline'],
    });
    expect(c1?.facts).toEqual({ text: 'đ, {"}\\', nested: [1, null] });
  });

  test('tables that grow page by page have statistics at once, so that no plan takes them for empty', async () => {
    await scene.record(
      sample.formed('h1', 'd1'),
      ...Array.from({ length: 1_500 }, (_, n) => sample.lives(`c${n}`, 'h1')),
    );
    const engine = projector();
    await engine.runToHead();
    await engine.stop();
    const known = await scene.projector.query(
      "select reltuples from pg_class where relname like 'sample_member%' and relkind = 'r'",
    );
    expect(Number(known.rows[0]?.reltuples)).toBeGreaterThan(900);
  });

  test('a fill by COPY gives the same rows as pages do', async () => {
    await scene.record(...story());
    const paged = projector();
    await paged.runToHead();
    await paged.stop();
    const before = await scene.projector.query('select * from view.sample_member order by id');
    await paged.rebuild('sample');
    const after = await scene.projector.query('select * from view.sample_member order by id');
    expect(after.rows).toEqual(before.rows);
  });

  test('a second projector takes nothing twice', async () => {
    const [one, two] = [projector(), projector()];
    await one.start();
    await two.start();
    for (let n = 0; n < 30; n++) await scene.record(sample.lives(`c${n}`, 'h1'));
    const position = await scene.record(sample.lives('last', 'h1'));
    expect(await one.waitFor(position, ['sample'], 10_000)).toEqual({ behind: false });
    await one.stop();
    await two.stop();
    expect((await members()).map((row) => row.changes)).toEqual(Array.from({ length: 31 }, () => 1));
    const moves = await scene.projector.query('select count(*)::int as n from view.sample_move');
    expect(moves.rows[0]).toEqual({ n: 31 });
  });

  test('a fill that has to let rows go loads them again', async () => {
    await scene.record(...Array.from({ length: 40 }, (_, n) => sample.lives(`c${n}`, 'h1')));
    await scene.record(sample.formed('h1', 'd1'), sample.moved('h1', 'd2'));
    const engine = projector(sampleProjection(), { fillFrom: 0, fillPageSize: 5, flushEvents: 10, keepRowsFilling: 8 });
    await engine.runToHead();
    await engine.stop();
    expect(await members()).toHaveLength(40);
    expect((await members()).every((row) => row.changes === 3 && row.dwelling_id === uuidOf('d2'))).toBe(true);
  });
});

describe('a poison event', () => {
  test('stops its projection at the event, tells nothing personal, and lets the others go on', async () => {
    const other: Projection = {
      ...sampleProjection(),
      name: 'other',
      tables: sampleProjection().tables.map((table) => ({ ...table, name: table.name.replace('sample', 'other') })),
      handles: ['HouseholdFormed'],
      touches: () => [],
      fold: (event, rows) =>
        rows.put('other_household', {
          id: Reflect.get(event.data, 'householdId'),
          dwelling_id: uuidOf('d1'),
          ward: 1,
          neighbourhood: null,
        }),
    };
    const told: ProjectorEvent[] = [];
    const failing = sampleProjection({ failOn: (event) => Reflect.get(event.data, 'citizenId') === uuidOf('c2') });
    const engine = createProjector({
      log: scene.log,
      db: scene.projector,
      projections: [failing, other],
      onEvent: (event) => told.push(event),
    });
    await scene.record(...story());
    await engine.runToHead();
    const [sampleProgress, otherProgress] = engine.progress();
    expect(sampleProgress).toMatchObject({ state: 'poisoned', trouble: { type: 'ResidenceStarted' } });
    expect(sampleProgress?.trouble?.reason).toMatch(/^TypeError, in .*sample-projection\.ts:\d+/);
    expect(otherProgress).toMatchObject({ state: 'running', lag: 0 });
    expect(told.some((event) => event.kind === 'poisoned')).toBe(true);
    expect(JSON.stringify(told)).not.toContain('must not be told');
    expect(await members()).toHaveLength(1);
    expect(await engine.waitFor(await scene.log.store.head(), ['sample'], 5_000)).toEqual({ behind: true });
    await engine.stop();

    const mended = projector();
    await mended.runToHead();
    await mended.stop();
    expect(mended.progress()[0]).toMatchObject({ state: 'running', trouble: null });
    expect(await members()).toHaveLength(2);
  });

  test('that cannot even be read stops those who handle its type, and only those', async () => {
    const readers = ['HouseholdFormed', 'ResidenceStarted'].map((type): Projection => ({
      ...{ name: `only_${type.toLowerCase()}`, version: 1, handles: [type], touches: () => [] },
      tables: [
        {
          name: `seen_${type.toLowerCase()}`,
          columns: { id: { type: 'text' } },
          key: ['id'],
          lookups: [],
          indexes: [],
          policy: { by: 'closed' },
        },
      ],
      fold: (event, rows) => rows.put(`seen_${type.toLowerCase()}`, { id: event.id }),
    }));
    const commandId = uuidOf('raw');
    await scene.record(sample.formed('h1', 'd1'), sample.lives('c1', 'h1'));
    await scene.log.store.append({
      ...{ commandId, fingerprint: '0'.repeat(64), result: null, context: { actor: 'system', correlation: commandId } },
      writes: [
        {
          stream: 'citizen-x',
          expected: 'any',
          events: [{ id: uuidOf('event'), type: 'ResidenceStarted', schemaVersion: 99, data: {}, sealed: [] }],
        },
      ],
    });
    await scene.record(sample.formed('h2', 'd2'));
    const engine = createProjector({ log: scene.log, db: scene.projector, projections: readers });
    await engine.runToHead();
    await engine.stop();
    expect(engine.progress()).toMatchObject([
      { state: 'running', lag: 0 },
      {
        state: 'poisoned',
        trouble: {
          eventId: uuidOf('event'),
          type: 'ResidenceStarted',
          reason: expect.stringMatching(/^unreadable: UnreadableEvent/),
        },
      },
    ]);
    const seen = await scene.projector.query(
      'select (select count(*)::int from view.seen_householdformed) as formed, (select count(*)::int from view.seen_residencestarted) as started',
    );
    expect(seen.rows).toEqual([{ formed: 2, started: 1 }]);
  });

  test('a value that PostgreSQL refuses is found among a hundred', async () => {
    const bad = uuidOf('c57');
    const projection = sampleProjection();
    const engine = projector({
      ...projection,
      fold(event, rows) {
        projection.fold(event, {
          ...rows,
          put: (table, row) => rows.put(table, row.id === bad ? { ...row, since: 'no day' } : row),
          get: rows.get,
          where: rows.where,
        });
      },
    });
    await scene.record(...Array.from({ length: 100 }, (_, n) => sample.lives(`c${n}`, 'h1')));
    await engine.runToHead();
    await engine.stop();
    expect(engine.progress()[0]).toMatchObject({
      state: 'poisoned',
      trouble: { reason: expect.stringContaining('22007') },
    });
    expect(await members()).toHaveLength(57);
  });
});

describe('a new version', () => {
  test('is taken up by every process that starts with it at once', async () => {
    await scene.record(...story());
    await scene.record(...Array.from({ length: 300 }, (_, n) => sample.lives(`c${n}`, 'h2')));
    const old = projector();
    await old.runToHead();
    await old.stop();
    const both = [1, 2].map(() => projector(sampleProjection({ version: 2 }), { fillPageSize: 20, flushEvents: 20 }));
    await Promise.all(both.map((one) => one.start()));
    await expect.poll(() => both.map((one) => one.progress()[0]?.serving), { timeout: 15_000 }).toEqual([true, true]);
    await Promise.all(both.map((one) => one.stop()));
  });

  test('is built beside the old one while readers never fail', async () => {
    await scene.record(...story());
    await scene.record(...Array.from({ length: 300 }, (_, n) => sample.lives(`c${n}`, 'h2')));
    const old = projector();
    await old.runToHead();
    await old.stop();

    let reading = true;
    const counts = new Set<number>();
    const reader = (async () => {
      while (reading) {
        const result = await scene.app.query(
          "begin; set local nocgia.wards = '{27226}'; select count(*)::int as n from view.sample_household; commit",
        );
        const [, , rows] = Array.isArray(result) ? result : [result];
        counts.add(rows?.rows[0]?.n);
      }
    })();
    const told: ProjectorEvent[] = [];
    const next = projector(sampleProjection({ version: 2 }), { onEvent: (event) => told.push(event) });
    await next.start();
    await next.runToHead();
    for (let round = 0; round < 3; round++) await next.rebuild('sample');
    const position = await scene.record(sample.formed('h9', 'd9'));
    expect(await next.waitFor(position, ['sample'], 5_000)).toEqual({ behind: false });
    await next.stop();
    reading = false;
    await reader;
    expect([...counts].every((count) => count === 1 || count === 2)).toBe(true);
    expect(next.progress()[0]).toMatchObject({ version: 2, state: 'running' });
    expect(told.filter((event) => event.kind === 'rebuilt')).toHaveLength(4);
    const tables = await scene.projector.query(
      "select relname from pg_class c join pg_namespace n on n.oid = relnamespace where nspname = 'view' and relkind = 'r' and relname like 'sample%'",
    );
    expect(tables.rows).toHaveLength(3);
  });

  test('that was half built when its process died is taken up where it stood', async () => {
    await scene.record(...Array.from({ length: 60 }, (_, n) => sample.lives(`c${n}`, 'h1')));
    const old = projector();
    await old.runToHead();
    await old.stop();
    let at = 0;
    const dying = projector(sampleProjection({ version: 2 }), {
      flushEvents: 10,
      fillPageSize: 10,
      onEvent: (event) => {
        if (event.kind === 'rebuilding' && ++at === 3) void dying.stop();
      },
    });
    await dying.start();
    await dying.stop();
    const next = projector(sampleProjection({ version: 2 }));
    await next.runToHead();
    await next.stop();
    expect(next.progress()[0]).toMatchObject({ version: 2, state: 'running', rebuilding: null });
    expect((await members()).map((row) => row.changes)).toEqual(Array.from({ length: 60 }, () => 1));
    const generations = await scene.projector.query('select generation from projection.checkpoints');
    expect(generations.rows).toEqual([{ generation: 2 }]);
  });
});

describe('readers', () => {
  test('see rows of their units only, and none of a closed table', async () => {
    await scene.record(...story());
    const engine = projector();
    await engine.runToHead();
    await engine.stop();
    const seen = async (settings: string) => {
      const client = await scene.app.connect();
      try {
        await client.query(`begin; ${settings}`);
        const result = await client.query('select id from view.sample_household');
        await client.query('commit');
        return result.rows.length;
      } finally {
        client.release();
      }
    };
    expect(await seen('')).toBe(0);
    expect(await seen("set local nocgia.wards = '{27226}'")).toBe(1);
    expect(await seen('')).toBe(0);
    expect(await seen("set local nocgia.wards = '{2722}'")).toBe(0);
    await expect(scene.app.query('select * from view.sample_member')).rejects.toMatchObject({ code: '42501' });
  });
});
