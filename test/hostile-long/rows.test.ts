import { contentHashes } from '@nocgia/services/projection/hashes.ts';
import { expect, test } from 'vitest';
import { killChildren, letFinish, openGround, projectToHead, recordRegister } from '../support/kills.ts';

const register = { people: 25_000, seed: 20_261_122, later: 60 };
const follow = { mode: 'follow', pageSize: 300, flushEvents: 5_000 } as const;
const rebuild = { ...follow, mode: 'rebuild' } as const;

test('a register of 25,000 people, its projector killed 24 times', async () => {
  const [calm, wild] = await Promise.all([openGround(), openGround()]);
  try {
    await recordRegister(calm, register);
    await projectToHead(calm);
    const wanted = await contentHashes(calm.database.projectorUrl);

    const writing = recordRegister(wild, register);
    const following = await killChildren(wild, follow, { times: 12, seed: 11, within: 4_000 });
    await writing;
    await projectToHead(wild);
    expect(await contentHashes(wild.database.projectorUrl)).toEqual(wanted);

    const rebuilding = await killChildren(wild, rebuild, { times: 12, seed: 12, within: 4_000 });
    expect(await contentHashes(wild.database.projectorUrl)).toEqual(wanted);
    await letFinish(wild, rebuild);
    expect(await contentHashes(wild.database.projectorUrl)).toEqual(wanted);
    process.stdout.write(`killed at work: ${following} of 12 while following, ${rebuilding} of 12 while rebuilding\n`);
  } finally {
    await Promise.all([calm.close(), wild.close()]);
  }
});
