import type { CitizenEvent } from '@nocgia/schemas/events/citizen.ts';
import type { DomainEvent, RecordedEvent } from '../../event-store/log.ts';
import { evolveCitizen, type CitizenState } from '../citizen/citizen-state.ts';
import { given, paper, personal, policy, residence } from './fields.ts';
import type { RawEntry, RawField } from './timeline.ts';

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
