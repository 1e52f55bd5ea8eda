import { contentHashes } from '@nocgia/services/projection/hashes.ts';
import { expect, test } from 'vitest';
import { killChildren, letFinish, openGround, projectToHead, recordRegister } from '../support/kills.ts';

const register = { people: 2_000, seed: 20_261_122, later: 60 };

test('a projector that is killed while it follows the log and while it rebuilds ends with the rows of an undisturbed one', async () => {
  const [calm, wild] = await Promise.all([openGround(), openGround()]);
  try {
    await recordRegister(calm, register);
    await projectToHead(calm);
    const wanted = await contentHashes(calm.database.projectorUrl);
    expect(Object.keys(wanted)).toContain('population_episode');
    expect(wanted.population_tally?.split(':')[0]).not.toBe('0');

    const writing = recordRegister(wild, register);
    await killChildren(wild, { mode: 'follow', pageSize: 100, flushEvents: 400 }, { times: 3, seed: 1, within: 500 });
    await writing;
    await projectToHead(wild);
    expect(await contentHashes(wild.database.projectorUrl)).toEqual(wanted);

    await killChildren(wild, { mode: 'rebuild', pageSize: 100, flushEvents: 400 }, { times: 3, seed: 2, within: 500 });
    expect(await contentHashes(wild.database.projectorUrl)).toEqual(wanted);
    await letFinish(wild, { mode: 'rebuild', pageSize: 100, flushEvents: 400 });
    expect(await contentHashes(wild.database.projectorUrl)).toEqual(wanted);
  } finally {
    await Promise.all([calm.close(), wild.close()]);
  }
}, 120_000);
