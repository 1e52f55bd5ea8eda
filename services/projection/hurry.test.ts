import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createProjector } from './engine.ts';
import type { Projection } from './projection.ts';
import { sample } from './testing/sample-events.ts';
import { sampleProjection } from './testing/sample-projection.ts';
import { openScene, recordEvents, type Scene } from './testing/scene.ts';

type Told = Parameters<typeof recordEvents>[1];

/** People who move in, households that move and end, at random: rows that are looked up by household change hands all the time. */
const step = fc.oneof(
  fc.record({
    what: fc.constant('lives' as const),
    who: fc.integer({ min: 0, max: 9 }),
    where: fc.integer({ min: 0, max: 4 }),
  }),
  fc.record({
    what: fc.constant('moved' as const),
    who: fc.integer({ min: 0, max: 4 }),
    where: fc.integer({ min: 0, max: 6 }),
  }),
  fc.record({ what: fc.constant('dissolved' as const), who: fc.integer({ min: 0, max: 4 }), where: fc.constant(0) }),
);

function tell(steps: readonly { what: 'lives' | 'moved' | 'dissolved'; who: number; where: number }[]): Told {
  return steps.map(({ what, who, where }) => {
    if (what === 'lives') return sample.lives(`c${who}`, `h${where}`);
    return what === 'moved' ? sample.moved(`h${who}`, `d${where}`) : sample.dissolved(`h${who}`);
  });
}

async function rowsAfter(
  scene: Scene,
  options: object,
  projection: Projection = sampleProjection(),
): Promise<object[]> {
  const projector = createProjector({
    ...{ log: scene.log, db: scene.projector, projections: [projection], fillFrom: 1_000_000 },
    ...options,
  });
  await projector.runToHead();
  await projector.stop();
  const members = await scene.projector.query('select * from view.sample_member order by id');
  const moves = await scene.projector.query('select * from view.sample_move order by position, n');
  return [...members.rows, ...moves.rows];
}

test('pages that overlap on their way to the database give the rows of one page, whatever is let go between them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 120 }), async (steps) => {
      const results: object[][] = [];
      for (const options of [{ pageSize: 1_000 }, { pageSize: 2 }, { pageSize: 2, keepRows: 3 }]) {
        const scene = await openScene();
        try {
          for (let at = 0; at < steps.length; at += 10) await recordEvents(scene.log, tell(steps.slice(at, at + 10)));
          results.push(await rowsAfter(scene, options));
        } finally {
          await scene.close();
        }
      }
      expect(results[1]).toEqual(results[0]);
      expect(results[2]).toEqual(results[0]);
    }),
    { numRuns: 6 },
  );
}, 60_000);

test('an event that cannot be folded is found among pages on their way, and what came before it stands', async () => {
  const scene = await openScene();
  try {
    for (let n = 0; n < 60; n += 1) await recordEvents(scene.log, [sample.lives(`c${n}`, 'h1')]);
    const { events } = await scene.log.readAll('0'.repeat(20), 100);
    const poison = events[41] ?? expect.fail('no event');
    await rowsAfter(scene, { pageSize: 2 }, sampleProjection({ failOn: (event) => event.id === poison.id }));
    const { rows } = await scene.projector.query<{ state: string; position: string; n: number }>(
      `select c.state, c.position, (select count(*)::int from view.sample_member) as n
       from projection.checkpoints c where c.name = 'sample' and c.live`,
    );
    expect(rows).toEqual([{ state: 'poisoned', position: events[40]?.position, n: 41 }]);
  } finally {
    await scene.close();
  }
});

test('two projectors that both hurry take nothing twice', async () => {
  const scene = await openScene();
  try {
    for (let n = 0; n < 80; n += 1) await recordEvents(scene.log, [sample.lives(`c${n % 20}`, 'h1')]);
    await Promise.all([rowsAfter(scene, { pageSize: 2 }), rowsAfter(scene, { pageSize: 3 })]);
    const { rows } = await scene.projector.query<{ changes: number }>(
      'select sum(changes)::int as changes from view.sample_member',
    );
    expect(rows).toEqual([{ changes: 80 }]);
  } finally {
    await scene.close();
  }
});
