import type { HouseholdEvent } from '@nocgia/schemas/events/household.ts';
import type { DomainEvent, RecordedEvent } from '../../event-store/log.ts';
import { evolveHousehold, type HouseholdDetails, type HouseholdState } from '../household/household-state.ts';
import { given, paper, policy } from './fields.ts';
import type { RawEntry, RawField } from './timeline.ts';

const householdGroups = { number: 'residence', phone: 'contact', note: 'notes' } as const;

/** A household's history, oldest first. */
export function householdFacts(events: readonly RecordedEvent[]): RawEntry[] {
  let state: HouseholdState | null = null;
  return events.map((event) => {
    const fields = householdFields(event, state);
    state = evolveHousehold(state, event);
    return { event, fields };
  });
}

function detailFields(details: Partial<HouseholdDetails> | undefined, before?: HouseholdDetails): RawField[] {
  const names = ['number', 'phone', 'note'] as const;
  return names.flatMap((name) =>
    details?.[name] === undefined
      ? []
      : [{ name, value: details[name], before: before?.[name] ?? null, group: householdGroups[name] }],
  );
}

function householdFields(event: DomainEvent, before: HouseholdState | null): RawField[] {
  const fact = event as HouseholdEvent;
  const person = (name: string, id: string | null): RawField =>
    id === null ? { name, value: null } : { name, value: null, ref: { kind: 'citizen', id } };
  const roof = (name: string, id: string): RawField => ({ name, value: null, ref: { kind: 'dwelling', id } });
  const other = (name: string, id: string): RawField => ({ name, value: null, ref: { kind: 'household', id } });
  switch (fact.type) {
    case 'HouseholdFormed':
      return given([
        roof('dwelling', fact.data.dwellingId),
        ...detailFields(fact.data.details),
        ...paper(fact.data.evidence),
      ]);
    case 'HouseholdDetailsChanged':
      return given(detailFields(fact.data.changes, before?.details));
    case 'HouseholdMemberJoined':
    case 'HouseholdMemberLeft':
      return [person('member', fact.data.citizenId)];
    case 'HouseholdHeadChanged':
      return [
        ...(before?.headId ? [person('formerHead', before.headId)] : []),
        person('head', fact.data.citizenId),
        ...given(paper(fact.data.evidence)),
      ];
    case 'HouseholdMoved':
    case 'HouseholdMoveTakenBack':
      return given([
        ...(before ? [roof('formerDwelling', before.dwellingId)] : []),
        roof('dwelling', fact.data.dwellingId),
        ...(fact.type === 'HouseholdMoved' ? paper(fact.data.evidence) : []),
      ]);
    case 'HouseholdDissolved':
      return given(paper(fact.data.evidence));
    case 'HouseholdWithdrawn':
      return [];
    case 'HouseholdSplit':
      return given([other('newHousehold', fact.data.newHouseholdId), ...paper(fact.data.evidence)]);
    case 'HouseholdJoined':
      return given([other('intoHousehold', fact.data.intoHouseholdId), ...paper(fact.data.evidence)]);
    case 'HouseholdStatusGranted': {
      const { status, until } = fact.data;
      return given([
        policy('householdStatus', status),
        policy('until', until),
        ...paper(fact.data.evidence, 'policyStatus'),
      ]);
    }
    case 'HouseholdStatusEnded': {
      const { statusId, cause } = fact.data;
      const status = before?.statuses.find((one) => one.statusId === statusId)?.status;
      return given([
        policy('householdStatus', status),
        policy('cause', cause),
        ...paper(fact.data.evidence, 'policyStatus'),
      ]);
    }
  }
}
