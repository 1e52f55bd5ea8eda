import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accept, after } from '../../event-store/deciding.ts';
import { outcome, type World } from '../../event-store/given.ts';
import type { RecordedEvent } from '../../event-store/log.ts';
import type { Decider } from '../command-env.ts';
import { householdOf } from '../household/household-state.ts';
import { dwellings, env, household, person, register, ward } from '../test-support.ts';
import { changeCitizen } from './change.ts';
import { citizenOf, citizenStream, currentResidences, evolveCitizen, type CitizenState } from './citizen-state.ts';
import { holderOf, nationalIdClaim } from './claim.ts';
import { addressing, mergeCitizens } from './merge.ts';
import { joinHousehold, leaveHousehold } from './residence.ts';
import { meantFor, unmergeCitizens } from './unmerge.ts';
import { settled, wholeOf } from './whole.ts';

const ID = '079190000001';

async function twice() {
  const world = ward();
  const first = await household(world);
  const second = await household(world, dwellings.two);
  const mai = await register(
    world,
    person(first, 'Trần Thị Mai', { relation: 'head' }, { phone: '0901', nationalId: null }),
  );
  const same = await register(
    world,
    person(
      second,
      'Tran Thi Mai',
      { relation: 'head', since: '2025-09-01' },
      { phone: '0902', nationalId: ID, occupation: 'Thợ may' },
    ),
  );
  return { world, first, second, mai, same };
}

const state = (world: World, id: string): CitizenState | null => citizenOf(world.events(citizenStream(id)));
const house = (world: World, id: string) => householdOf(world.events(`household-${id}`));

describe('two records of one person', () => {
  test('become one: gaps are filled, the later home holds, households and the number follow', async () => {
    const { world, first, second, mai, same } = await twice();
    const { mergeId } = await world.run(
      mergeCitizens({ survivorId: mai.citizenId, absorbedId: same.citizenId }, env()),
    );
    const merged = state(world, mai.citizenId);
    expect(merged?.details).toMatchObject({
      fullName: 'Trần Thị Mai',
      phone: '0901',
      nationalId: ID,
      occupation: 'Thợ may',
    });
    expect(merged && currentResidences(merged).map(({ householdId }) => householdId)).toEqual([second]);
    expect(merged?.residences.map(({ endedOn }) => endedOn)).toEqual(['2025-09-01', null]);
    expect(house(world, first)).toMatchObject({ headId: null, members: new Set() });
    expect(house(world, second)).toMatchObject({ headId: mai.citizenId, members: new Set([mai.citizenId]) });
    expect(holderOf(world.events(nationalIdClaim(env().claimHash, ID)))).toBe(mai.citizenId);
    expect(state(world, same.citizenId)?.mergedInto).toEqual({ mergeId, survivorId: mai.citizenId });
  });

  test('are two again: everything stands as it stood', async () => {
    const { world, first, second, mai, same } = await twice();
    const before = [mai, same].map(({ citizenId }) => state(world, citizenId));
    const { mergeId = '' } = await world.run(
      mergeCitizens({ survivorId: mai.citizenId, absorbedId: same.citizenId }, env()),
    );
    await world.run(unmergeCitizens({ survivorId: mai.citizenId, mergeId }, env()));
    expect([mai, same].map(({ citizenId }) => state(world, citizenId))).toEqual(before);
    expect(house(world, first)).toMatchObject({ headId: mai.citizenId, members: new Set([mai.citizenId]) });
    expect(house(world, second)).toMatchObject({ headId: same.citizenId, members: new Set([same.citizenId]) });
    expect(holderOf(world.events(nationalIdClaim(env().claimHash, ID)))).toBe(same.citizenId);
  });

  test('a command to the one that was absorbed goes to the survivor, and says whom it meant', async () => {
    const { world, mai, same } = await twice();
    await world.run(mergeCitizens({ survivorId: mai.citizenId, absorbedId: same.citizenId }, env()));
    const changes = [{ field: 'phone', shown: '0901', value: '0903' }];
    const input = {
      citizenId: same.citizenId,
      nature: 'change' as const,
      occurredOn: '2026-01-02',
      reason: null,
      changes,
    };
    await world.run(addressing(changeCitizen)(input, env()));
    expect(state(world, mai.citizenId)?.details.phone).toBe('0903');
    expect(world.events(citizenStream(mai.citizenId)).at(-1)?.data).toMatchObject({
      citizenId: mai.citizenId,
      addressedAs: same.citizenId,
    });
  });

  test.each([
    ['MERGE_SAME absorbedId', (ids: string[]) => [ids[0], ids[0]]],
    ['NOT_FOUND absorbedId', (ids: string[]) => [ids[0], '00000000-0000-7000-8000-00000000dead']],
  ])('%s', async (code, choose) => {
    const { world, mai, same } = await twice();
    const [survivorId = '', absorbedId = ''] = choose([mai.citizenId, same.citizenId]);
    expect(outcome(await world.when(mergeCitizens({ survivorId, absorbedId }, env())))).toBe(code);
  });

  test('with two identity numbers are refused, and so is a second merge of the same record', async () => {
    const { world, first, mai, same } = await twice();
    const third = await register(world, person(first, 'Mai', {}, { nationalId: '079190000009' }));
    const merge = { survivorId: same.citizenId, absorbedId: third.citizenId };
    expect(outcome(await world.when(mergeCitizens(merge, env())))).toBe('MERGE_TWO_IDS');
    await world.run(mergeCitizens({ survivorId: mai.citizenId, absorbedId: same.citizenId }, env()));
    expect(
      outcome(await world.when(mergeCitizens({ survivorId: mai.citizenId, absorbedId: same.citizenId }, env()))),
    ).toBe('MERGE_ALREADY');
    expect(outcome(await world.when(unmergeCitizens({ survivorId: mai.citizenId, mergeId: first }, env())))).toBe(
      'MERGE_UNKNOWN',
    );
  });

  test('are not merged by whom may not write both', async () => {
    const { world, mai, same } = await twice();
    const input = { survivorId: mai.citizenId, absorbedId: same.citizenId };
    const may = (_verb: string, _kind: string, place: { neighbourhood: string | null }) =>
      place.neighbourhood === '27226-002' ? ({ code: 'FORBIDDEN' } as const) : null;
    expect(outcome(await world.when(mergeCitizens(input, env({ may }))))).toBe('FORBIDDEN');
  });
});

/** What is recorded after the merge: by which name, and what. */
type Later =
  | { kind: 'details'; as: 0 | 1; field: 'phone' | 'occupation' | 'email'; value: string }
  | { kind: 'absence'; as: 0 | 1; day: number }
  | { kind: 'policy'; as: 0 | 1; day: number }
  | { kind: 'move'; as: 0 | 1; to: number; day: number }
  | { kind: 'departure'; as: 0 | 1; day: number };

const later: fc.Arbitrary<Later> = fc.oneof(
  fc.record({
    kind: fc.constant('details' as const),
    as: fc.constantFrom(0 as const, 1 as const),
    field: fc.constantFrom('phone' as const, 'occupation' as const, 'email' as const),
    value: fc.constantFrom('1', '2', '3', '4'),
  }),
  fc.record({
    kind: fc.constantFrom('absence' as const, 'policy' as const, 'departure' as const),
    as: fc.constantFrom(0 as const, 1 as const),
    day: fc.integer({ min: 10, max: 28 }),
  }),
  fc.record({
    kind: fc.constant('move' as const),
    as: fc.constantFrom(0 as const, 1 as const),
    to: fc.integer({ min: 0, max: 3 }),
    day: fc.integer({ min: 10, max: 28 }),
  }),
);

/** A fact written as it is, as a form of its own would. */
function fact(type: string, data: object) {
  return ({ citizenId }: { citizenId: string }): Decider =>
    async (load) => {
      const stream = citizenStream(citizenId);
      const events = (await load([stream])).get(stream) ?? [];
      return accept([after(stream, events, { type, data: { citizenId, ...data } })]);
    };
}

async function record(
  world: World,
  one: Later,
  ids: readonly string[],
  houses: readonly string[],
  survivor: string,
): Promise<unknown> {
  const citizenId = ids[one.as] ?? '';
  const now = state(world, survivor);
  const { newId } = env();
  switch (one.kind) {
    case 'details': {
      const shown = (Reflect.get(now?.details ?? {}, one.field) as string | null | undefined) ?? null;
      const input = { citizenId, nature: 'change' as const, occurredOn: '2026-02-01', reason: null };
      const changes = [{ field: one.field, shown, value: one.value }];
      const decided = await world.when(addressing(changeCitizen)({ ...input, changes }, env()));
      return decided.ok && world.run(() => Promise.resolve(decided));
    }
    case 'absence':
    case 'policy': {
      const common = { until: null, evidence: null, occurredOn: `2026-03-${one.day}` };
      const write =
        one.kind === 'absence'
          ? fact('AbsenceStarted', { absenceId: newId(), destination: null, reason: null, source: 'board', ...common })
          : fact('PolicyStatusGranted', { statusId: newId(), status: 'war_invalid', ...common });
      return world.run(addressing(write)({ citizenId }, env()));
    }
    case 'move': {
      const input = { ...person(houses[one.to] ?? '', '', { cause: 'move', since: `2026-04-${one.day}` }), citizenId };
      const decided = await world.when(addressing(joinHousehold)(input, env()));
      return decided.ok && world.run(() => Promise.resolve(decided));
    }
    case 'departure': {
      // Said of a home by its id: that of the identity addressed, if it still lives somewhere.
      const said = ids.flatMap((id) =>
        world.events(citizenStream(id)).map(({ data }) => ({ addressedAs: id, residenceId: '', ...data })),
      );
      const own = said.flatMap((data) => (data.addressedAs === citizenId ? [data.residenceId] : []));
      const home = now && currentResidences(now).find(({ residenceId }) => own.includes(residenceId));
      if (!home) return false;
      const input = {
        citizenId,
        residenceId: home.residenceId,
        cause: 'departure',
        occurredOn: `2026-05-${one.day}`,
        wentTo: null,
      };
      const decided = await world.when(addressing(leaveHousehold)(input, env()));
      return decided.ok && world.run(() => Promise.resolve(decided));
    }
  }
}

describe('merge, more facts, un-merge', () => {
  test('equals the run without the merge, each fact with whom it meant', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(later, { maxLength: 8 }), fc.boolean(), async (facts, sameHouse) => {
        const world = ward();
        const houses: string[] = [];
        for (const roof of [dwellings.one, dwellings.two, dwellings.one, dwellings.two])
          houses.push(await household(world, roof));
        const a = await register(world, person(houses[0] ?? '', 'A', { relation: 'head' }, { phone: '1' }));
        const b = await register(
          world,
          person(houses[sameHouse ? 0 : 1] ?? '', 'B', { since: '2025-08-01' }, { occupation: '2' }),
        );
        const ids = [a.citizenId, b.citizenId];
        const alone = ids.map((id) => state(world, id));
        const { mergeId = '' } = await world.run(
          mergeCitizens({ survivorId: a.citizenId, absorbedId: b.citizenId }, env()),
        );
        for (const one of facts) await record(world, one, ids, houses, a.citizenId);
        const since = eventsAfterMerge(world, a.citizenId);
        const decided = await world.when(unmergeCitizens({ survivorId: a.citizenId, mergeId }, env()));
        expect(outcome(decided)).toEqual(expect.any(Object));
        await world.run(() => Promise.resolve(decided));

        // The same facts onto the two as they stood before, each onto the identity that was addressed.
        for (const [index, id] of ids.entries()) {
          const meant = since.filter(
            ({ data }) => ((data as { addressedAs?: string }).addressedAs ?? a.citizenId) === id,
          );
          const expected = meant.reduce<CitizenState | null>(evolveCitizen, alone[index] ?? null);
          expect(whole(state(world, id))).toEqual(whole(expected && settled(expected)));
        }
        for (const householdId of houses) {
          const members = new Set(
            ids.filter((id) => {
              const one = state(world, id);
              return one && currentResidences(one).some((home) => home.householdId === householdId);
            }),
          );
          expect(house(world, householdId)?.members).toEqual(members);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('what nobody can decide stays with the survivor', async () => {
    const { world, mai, same } = await twice();
    const { mergeId = '' } = await world.run(
      mergeCitizens({ survivorId: mai.citizenId, absorbedId: same.citizenId }, env()),
    );
    await world.run(
      fact('PolicyStatusGranted', {
        statusId: env().newId(),
        status: 'war_invalid',
        until: null,
        evidence: null,
        occurredOn: '2026-01-01',
      })({ citizenId: mai.citizenId }),
    );
    const recorded = world.all.filter(({ stream }) => stream === citizenStream(mai.citizenId));
    const own = world.all.filter(({ stream }) => stream === citizenStream(same.citizenId));
    expect(meantFor(same.citizenId, mergeId, recorded, own)).toEqual([]);
    await world.run(unmergeCitizens({ survivorId: mai.citizenId, mergeId }, env()));
    expect(state(world, mai.citizenId)?.policies).toHaveLength(1);
    expect(state(world, same.citizenId)?.policies).toEqual([]);
  });
});

function eventsAfterMerge(world: World, id: string): RecordedEvent[] {
  const own = world.all.filter(({ stream }) => stream === citizenStream(id));
  return own.slice(own.findIndex(({ type }) => type === 'CitizenAbsorbed') + 1);
}

function whole(one: CitizenState | null) {
  if (!one) return null;
  const { details, residences, ...rest } = wholeOf(one);
  const filled = Object.entries(details).filter(([, value]) => value !== null && value !== undefined);
  return {
    ...rest,
    residences: residences.toSorted((x, y) => (x.residenceId < y.residenceId ? -1 : 1)),
    details: Object.fromEntries(filled),
  };
}
