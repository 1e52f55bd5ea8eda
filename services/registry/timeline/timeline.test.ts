import { expect, test } from 'vitest';
import type { Evidence } from '@nocgia/schemas/events/evidence.ts';
import type { DomainEvent, RecordedEvent } from '../../event-store/log.ts';
import type { Scope } from '../../access/scope.ts';
import { scopeAt } from '../../access/testing/house.ts';
import { confirmDwelling } from '../../territory/dwelling/confirm.ts';
import { registerBirth } from '../citizen/life/birth.ts';
import { citizenStream } from '../citizen/citizen-state.ts';
import { moveHousehold } from '../household/household.ts';
import { householdStream } from '../household/household-state.ts';
import { dwellings, env, household, person, register, today, ward } from '../test-support.ts';
import { citizenFacts } from './citizen-facts.ts';
import { dwellingFacts } from './dwelling-facts.ts';
import { householdFacts } from './household-facts.ts';
import { entryOf, referenceKey, type Entry, type RawEntry } from './timeline.ts';

const clerk = scopeAt('civil_status', '27226');
const noResidence = scopeAt('civil_status', '27226', { fields: { ...clerk.fields, residence: 'none' } });
const paper: Evidence = { kind: 'declaration', number: 'CT01/7', issuedOn: today, issuedBy: null };

function recorded(event: DomainEvent): RecordedEvent {
  const context = { actor: 'a', correlation: 'c' };
  const at = { stream: 's', version: 1, position: '1', recordedAt: '2026-11-22T03:00:00Z' };
  return { ...event, ...at, context, id: 'e', commandId: 'm', erased: [] };
}

/** The latest fact as a reader sees it who may know whom `references` names. */
function latest(
  scope: Scope,
  facts: (events: readonly RecordedEvent[]) => RawEntry[],
  events: readonly DomainEvent[],
  references: [string, string][] = [],
): Entry {
  const names = { actors: new Map(), positions: new Map(), sources: new Map(), references: new Map(references) };
  const entry = facts(events.map(recorded)).at(-1) ?? expect.fail('no facts');
  return entryOf(scope, entry, names);
}

test('a birth names mother and father, each where the reader may know them', async () => {
  const world = ward();
  const householdId = await household(world);
  const mother = await register(world, person(householdId, 'Nguyễn Thị Mẹ', { relation: 'head' }));
  const father = await register(world, person(householdId, 'Trần Văn Cha', { relation: 'husband' }, { sex: 'male' }));
  const [motherId, fatherId] = [mother.citizenId, father.citizenId];
  const details = { fullName: 'Trần Bé', sex: 'male', birth: '2026-11-01' } as const;
  const birth = { householdId, motherId, fatherId, details, relation: 'child', evidence: null };
  const { citizenId = '' } = await world.run(registerBirth(birth, env()));
  const [registered] = world.events(citizenStream(citizenId));
  const known = referenceKey({ kind: 'citizen', id: motherId });
  const { fields } = latest(clerk, citizenFacts, registered ? [registered] : [], [[known, 'Nguyễn Thị Mẹ']]);
  expect(fields.filter(({ name }) => ['mother', 'father'].includes(name))).toMatchObject([
    { name: 'mother', value: 'Nguyễn Thị Mẹ', refId: motherId, masked: false },
    { name: 'father', value: null, refId: null, masked: true },
  ]);
});

test('a move and a confirmation say from which paper, to who may see where people live', async () => {
  const world = ward();
  const householdId = await household(world);
  const move = { householdId, dwellingId: dwellings.two, occurredOn: today, evidence: paper };
  await world.run(moveHousehold(move, env()));
  const confirmed = { dwellingId: dwellings.two, method: 'visit', occurredOn: today, evidence: paper };
  await world.run(confirmDwelling(confirmed, env()));
  for (const [facts, events] of [
    [householdFacts, world.events(householdStream(householdId))],
    [dwellingFacts, world.events(`dwelling-${dwellings.two}`)],
  ] as const) {
    const papers = (scope: Scope) =>
      latest(scope, facts, events)
        .fields.filter(({ name }) => name.startsWith('evidence'))
        .map(({ name, value }) => [name, value]);
    expect(papers(clerk)).toEqual([
      ['evidence', 'declaration'],
      ['evidenceNumber', 'CT01/7'],
      ['evidenceIssuedOn', today],
    ]);
    expect(papers(noResidence)).toEqual([]);
  }
});
