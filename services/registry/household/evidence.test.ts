import { expect, test } from 'vitest';
import type { Evidence } from '@nocgia/schemas/events/evidence.ts';
import { outcome } from '../../event-store/given.ts';
import { citizenStream } from '../citizen/citizen-state.ts';
import type { CommandEnv, Decider } from '../command-env.ts';
import { dwellings, env, household, person, register, today, ward } from '../test-support.ts';
import { changeHead } from './head.ts';
import { dissolveHousehold, formHousehold, moveHousehold } from './household.ts';
import { householdStream } from './household-state.ts';
import { joinHouseholds } from './join.ts';
import { splitHousehold } from './split.ts';

const paper: Evidence = { kind: 'decision', number: '12/QĐ', issuedOn: '2026-03-01', issuedBy: 'Công an phường' };
const occurredOn = '2026-03-02';

/** A couple with a grown son, another household with a head, and an empty one. */
async function world() {
  const given = ward();
  const [householdId, other, empty] = [await household(given), await household(given), await household(given)];
  const add = async (where: string, name: string, relation: string) =>
    (await register(given, person(where, name, { relation }))).citizenId;
  const [head, wife, son] = [
    await add(householdId, 'Ông', 'head'),
    await add(householdId, 'Bà', 'wife'),
    await add(householdId, 'Con', 'child'),
  ];
  await add(other, 'Khác', 'head');
  return { given, householdId, other, empty, head, wife, son };
}

/** The command of each event of a household's life, with a paper. */
const commands: Record<
  string,
  (at: Awaited<ReturnType<typeof world>>, evidence: Evidence | null, told: CommandEnv) => Decider
> = {
  HouseholdFormed: (_, evidence, told) =>
    formHousehold({ dwellingId: dwellings.one, details: {}, occurredOn, evidence }, told),
  HouseholdMoved: ({ householdId }, evidence, told) =>
    moveHousehold({ householdId, dwellingId: dwellings.two, occurredOn, evidence }, told),
  HouseholdDissolved: ({ empty }, evidence, told) =>
    dissolveHousehold({ householdId: empty, occurredOn, evidence }, told),
  HouseholdHeadChanged: ({ householdId, head, wife, son }, evidence, told) => {
    const relations = [
      { citizenId: head, relation: 'husband' as const },
      { citizenId: son, relation: 'child' as const },
    ];
    return changeHead({ householdId, citizenId: wife, occurredOn, relations, evidence }, told);
  },
  HouseholdSplit: ({ householdId, son }, evidence, told) =>
    splitHousehold(
      {
        ...{ householdId, citizenIds: [son], headId: son, relations: [], dwellingId: null, details: {}, occurredOn },
        evidence,
      },
      told,
    ),
  HouseholdJoined: ({ householdId, other, head, wife, son }, evidence, told) => {
    const relations = [head, wife, son].map((citizenId) => ({ citizenId, relation: 'other' as const }));
    return joinHouseholds({ householdId, intoHouseholdId: other, relations, occurredOn, evidence }, told);
  },
};

test.each(Object.entries(commands))(
  '%s says from which paper; one that is not yet issued, or too long, is refused',
  async (type, command) => {
    const at = await world();
    const facts = async (evidence: Evidence | null) => {
      const decided = await at.given.when(command(at, evidence, env()));
      if (!decided.ok) return expect.fail(outcome(decided)?.toString());
      return decided.decision.writes.flatMap(({ events }) => events).filter((fact) => fact.type === type);
    };
    expect((await facts(paper)).map(({ data }) => data)).toMatchObject([{ evidence: paper, occurredOn }]);
    expect((await facts(null)).flatMap(({ data }) => Object.keys(data))).not.toContain('evidence');
    const refused = async (changes: Partial<Evidence>) =>
      outcome(await at.given.when(command(at, { ...paper, ...changes }, env())));
    expect(await refused({ issuedOn: '2026-11-23' })).toBe('DAY_IN_FUTURE evidence.issuedOn');
    expect(await refused({ issuedOn: today })).toBeTypeOf('object');
    expect(await refused({ number: 'x'.repeat(61) })).toBe('FIELD_INVALID evidence.number');
  },
);

test('who goes over to another household, or is something else to a new head, goes by the same paper', async () => {
  const at = await world();
  const { householdId: formed = '' } = await at.given.run(commands.HouseholdSplit?.(at, paper, env()) ?? expect.fail());
  expect(at.given.events(householdStream(formed))[0]).toMatchObject({
    type: 'HouseholdFormed',
    data: { evidence: paper },
  });
  expect(at.given.events(citizenStream(at.son)).slice(-2)).toMatchObject([
    { type: 'ResidenceEnded', data: { evidence: paper } },
    { type: 'ResidenceStarted', data: { evidence: paper } },
  ]);
  const relations = [{ citizenId: at.head, relation: 'husband' as const }];
  const change = { householdId: at.householdId, citizenId: at.wife, occurredOn, relations, evidence: paper };
  await at.given.run(changeHead(change, env()));
  expect(at.given.events(citizenStream(at.head)).at(-1)).toMatchObject({
    type: 'ResidenceRelationChanged',
    data: { evidence: paper },
  });
});
