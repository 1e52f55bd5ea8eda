import type { CitizenEvent } from '@nocgia/schemas/events/citizen.ts';
import type { DwellingEvent } from '@nocgia/schemas/events/dwelling.ts';
import type { Evidence } from '@nocgia/schemas/events/evidence.ts';
import type { HouseholdEvent } from '@nocgia/schemas/events/household.ts';
import type { DomainEvent, RecordedEvent } from '../../event-store/log.ts';
import { groupOfCitizenField } from '../../access/masking.ts';
import type { FieldGroup } from '../../access/scope.ts';
import { evolveCitizen, type CitizenState } from '../citizen/citizen-state.ts';
import { evolveHousehold, type HouseholdDetails, type HouseholdState } from '../household/household-state.ts';
import type { RawEntry, RawField } from './timeline.ts';

function text(value: unknown): string | null {
  return value === null || value === undefined ? null : typeof value === 'string' ? value : String(value);
}

/** A field of a person; one that nobody has classed is as guarded as a note. */
function personal(name: string, value: unknown, before?: unknown): RawField {
  return { name, value: text(value), before: text(before), group: groupOfCitizenField(name) ?? 'notes' };
}

function residence(name: string, value: unknown, before?: unknown): RawField {
  return { name, value: text(value), before: text(before), group: 'residence' };
}

function given(fields: RawField[]): RawField[] {
  return fields.filter((field) => field.value !== null || (field.before ?? null) !== null || field.ref !== undefined);
}

/** A citizen's history, oldest first, with what stood there before. */
export function citizenFacts(events: readonly RecordedEvent[]): RawEntry[] {
  let state: CitizenState | null = null;
  return events.map((event) => {
    const fields = citizenFields(event, state);
    state = evolveCitizen(state, event);
    return { event, fields };
  });
}

function citizenFields(event: DomainEvent, before: CitizenState | null): RawField[] {
  const fact = event as CitizenEvent;
  const stay = (residenceId: string) => before?.residences.find((one) => one.residenceId === residenceId);
  const house = (id: string | undefined): RawField[] =>
    id === undefined ? [] : [{ name: 'household', value: null, ref: { kind: 'household', id } }];
  switch (fact.type) {
    case 'CitizenRegistered': {
      const { details, sourceKey, unmapped, motherId, fatherId } = fact.data;
      const rest = Object.entries(unmapped ?? {}).map(([column, value]): RawField => ({
        name: `unmapped.${column}`,
        value,
        group: 'notes',
      }));
      return given([
        ...Object.entries(details ?? {}).map(([name, value]) => personal(name, value)),
        ...parent('mother', motherId),
        ...parent('father', fatherId),
        personal('sourceKey', sourceKey),
        ...rest,
      ]);
    }
    case 'CitizenDetailsChanged': {
      const { changes, nature, reason } = fact.data;
      const changed = Object.entries(changes ?? {}).map(([name, value]) =>
        personal(name, value, before && Reflect.get(before.details, name)),
      );
      return given([
        { name: 'nature', value: nature },
        ...changed,
        personal('reason', reason),
        ...paper(fact.data.evidence),
      ]);
    }
    case 'ResidenceStarted': {
      const { householdId, kind, relation, cause, until, source, cameFrom, fromWard, estimated } = fact.data;
      return given([
        ...house(householdId),
        residence('residenceKind', kind),
        residence('relation', relation),
        residence('cause', cause),
        residence('until', until),
        residence('source', source),
        residence('estimated', estimated ? 'true' : null),
        personal('cameFrom', cameFrom),
        residence('fromWard', fromWard),
        ...paper(fact.data.evidence),
      ]);
    }
    case 'ResidenceEnded': {
      const { residenceId, cause, wentTo, toWard } = fact.data;
      return given([
        ...house(stay(residenceId)?.householdId),
        residence('residenceKind', stay(residenceId)?.kind),
        residence('cause', cause),
        personal('wentTo', wentTo),
        residence('toWard', toWard),
        ...paper(fact.data.evidence),
      ]);
    }
    case 'ResidenceCorrected': {
      const { residenceId, since, until, source } = fact.data;
      const old = stay(residenceId);
      return given([
        ...house(old?.householdId),
        residence('since', since, old?.since),
        residence('until', until, old?.until),
        residence('source', source, old?.source),
      ]);
    }
    case 'ResidenceRelationChanged': {
      const { residenceId, relation } = fact.data;
      const old = stay(residenceId);
      return given([
        ...house(old?.householdId),
        residence('relation', relation, old?.relation),
        ...paper(fact.data.evidence),
      ]);
    }
    case 'ResidenceRenewed': {
      const { residenceId, until, source } = fact.data;
      const old = stay(residenceId);
      return given([
        ...house(old?.householdId),
        residence('until', until, old?.until),
        residence('source', source),
        ...paper(fact.data.evidence),
      ]);
    }
    case 'AbsenceStarted': {
      const { until, destination, reason, source } = fact.data;
      return given([
        residence('until', until),
        personal('destination', destination),
        personal('absenceReason', reason),
        residence('source', source),
        ...paper(fact.data.evidence),
      ]);
    }
    case 'AbsenceEnded':
      return given([residence('cause', fact.data.cause), ...paper(fact.data.evidence)]);
    case 'MarriageRecorded':
      return given([...spouse(fact.data), ...paper(fact.data.evidence, 'identity')]);
    case 'MarriageEnded': {
      const { marriageId, cause } = fact.data;
      const marriage = before?.marriages.find((one) => one.marriageId === marriageId);
      return given([
        ...(marriage ? spouse(marriage) : []),
        personal('marriageEnd', cause),
        ...paper(fact.data.evidence, 'identity'),
      ]);
    }
    case 'PolicyStatusGranted': {
      const { status, until } = fact.data;
      return given([
        personal('policyStatus', status),
        policy('until', until),
        ...paper(fact.data.evidence, 'policyStatus'),
      ]);
    }
    case 'PolicyStatusEnded': {
      const { statusId, cause } = fact.data;
      const status = before?.policies.find((one) => one.statusId === statusId)?.status;
      return given([
        personal('policyStatus', status),
        policy('cause', cause),
        ...paper(fact.data.evidence, 'policyStatus'),
      ]);
    }
    case 'CitizenMerged':
    case 'CitizenUnmerged':
      return [{ name: 'survivor', value: null, ref: { kind: 'citizen', id: fact.data.survivorId } }];
    case 'CitizenAbsorbed':
    case 'CitizenReleased':
      return [{ name: 'absorbed', value: null, ref: { kind: 'citizen', id: fact.data.absorbedId } }];
    case 'CitizenDied':
      return given(paper(fact.data.evidence));
    case 'CitizenWithdrawn':
    case 'CitizenFactsTakenBack':
      return [];
  }
}

function spouse({ spouseId, spouseName }: { spouseId: string | null; spouseName?: string | null }): RawField[] {
  if (spouseId !== null) return [{ name: 'spouse', value: null, ref: { kind: 'citizen', id: spouseId } }];
  return [personal('spouseName', spouseName)];
}

/** A mother or father whom the register knows, each masked by their own scope. */
function parent(name: string, id: string | null | undefined): RawField[] {
  return id ? [{ name, value: null, ref: { kind: 'citizen', id } }] : [];
}

function policy(name: string, value: unknown): RawField {
  return { name, value: text(value), group: 'policyStatus' };
}

/** The paper that a fact was recorded from. */
function paper(evidence: Evidence | null | undefined, group: FieldGroup = 'residence'): RawField[] {
  if (!evidence) return [];
  const { kind, number, issuedOn, issuedBy } = evidence;
  return [
    { name: 'evidence', value: kind, group },
    { name: 'evidenceNumber', value: number, group },
    { name: 'evidenceIssuedOn', value: issuedOn, group },
    { name: 'evidenceIssuedBy', value: issuedBy, group },
  ];
}

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

/** A dwelling's history, oldest first; an address is nobody's secret, a paper is as guarded as where somebody lives. */
export function dwellingFacts(events: readonly RecordedEvent[]): RawEntry[] {
  const known = new Map<string, string | null>();
  return events.map((event) => {
    const fact: DwellingEvent = { type: event.type, data: event.data } as DwellingEvent;
    const unit = (name: string, code: string | null): RawField =>
      code === null ? { name, value: null } : { name, value: code, ref: { kind: 'unit', id: code } };
    const address = (values: object): RawField[] =>
      Object.entries(values)
        .filter(([name]) => ['houseNumber', 'oldNumber', 'street', 'kind', 'point'].includes(name))
        .map(([name, value]) => {
          const shown = name === 'point' ? pointText(value) : text(value);
          const before = known.get(name) ?? null;
          known.set(name, shown);
          return { name, value: shown, before };
        });
    switch (fact.type) {
      case 'DwellingRegistered':
        return {
          event,
          fields: given([
            unit('ward', fact.data.ward),
            unit('neighbourhood', fact.data.neighbourhood),
            ...address(fact.data),
          ]),
        };
      case 'DwellingCorrected':
        return { event, fields: given(address(fact.data.changes)) };
      case 'DwellingConfirmed':
        return { event, fields: given([{ name: 'method', value: fact.data.method }, ...paper(fact.data.evidence)]) };
      case 'DwellingWithdrawn':
        return { event, fields: [] };
      case 'DwellingPlaced': {
        const { neighbourhood, cause, changeId } = fact.data;
        const change: RawField[] =
          changeId === null
            ? []
            : [{ name: 'boundaryChange', value: null, ref: { kind: 'boundary_change', id: changeId } }];
        return { event, fields: [unit('neighbourhood', neighbourhood), { name: 'cause', value: cause }, ...change] };
      }
    }
  });
}

function pointText(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('lon' in value) || !('lat' in value)) return null;
  return `${String(value.lat)}, ${String(value.lon)}`;
}
