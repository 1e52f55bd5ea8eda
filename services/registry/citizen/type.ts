import type { Citizen, Residence } from '@nocgia/schemas/generated/resolvers.ts';
import type { Relation } from '@nocgia/schemas/events/citizen.ts';
import { authorize } from '../../access/ability.ts';
import { citizenFieldGroups, maskFields } from '../../access/masking.ts';
import type { Scope } from '../../access/scope.ts';
import { fieldView } from '../../access/where-scope.ts';
import type { CitizenEntry, CitizenLine } from './queries.ts';
import { absenceWarnings, ageOn, ageWarnings, idWarnings, residenceWarnings } from './warnings.ts';

/** A citizen on the way through the API, with the row behind it; one of which only the id is known is completed when asked for more. */
export type CitizenParent = Partial<Citizen> & { entry?: CitizenEntry };

const empty = {
  fullName: null,
  otherName: null,
  sex: null,
  birth: null,
  nationalId: null,
  earlierId: null,
  birthPlace: null,
  homeTown: null,
  ethnicity: null,
  religion: null,
  nationality: null,
  phone: null,
  email: null,
  education: null,
  occupation: null,
  workplace: null,
  maritalStatus: null,
  disability: null,
  healthInsurance: null,
  eidLevel: null,
  eidSince: null,
  note: null,
} as const;

/** What a line of a list says of a citizen: fields left, masked or withheld by the rights of the position. */
export function citizenLine(scope: Scope, { details, died, citizen_id: id, version }: CitizenLine): CitizenParent {
  const { row, masked, withheld } = maskFields(scope, citizenFieldGroups, { ...empty, ...details });
  const birthShown = !masked.includes('birth') && !withheld.includes('birth');
  const livesSeen = fieldView(scope, 'residence') !== 'withheld';
  return {
    ...row,
    id,
    // A name and a sex are never null in the API; where they are withheld, these stand for "not shown".
    fullName: row.fullName ?? '—',
    sex: row.sex ?? 'unknown',
    age: birthShown && died === null ? ageOn(details.birth, scope.today) : null,
    masked,
    withheld,
    died: livesSeen ? died : null,
    version,
  };
}

/** A citizen as this reader may see them, whole. */
export function citizenType(scope: Scope, entry: CitizenEntry): CitizenParent {
  const { details, residences, absences, died, ward, neighbourhood } = entry;
  const livesSeen = fieldView(scope, 'residence') !== 'withheld';
  return {
    ...citizenLine(scope, entry),
    warnings: [
      ...idWarnings(details),
      ...(livesSeen ? residenceWarnings(residences, scope.today) : []),
      ...(livesSeen && died === null ? absenceWarnings(absences, scope.today) : []),
      ...(livesSeen && fieldView(scope, 'identity') === 'clear'
        ? ageWarnings({ birth: details.birth, died }, scope.today)
        : []),
    ],
    mayEdit: authorize(scope, 'write', 'Citizen', { ward, neighbourhood }) === null,
    entry,
  };
}

/** The relation as it is now: only the household says who is its head. */
export function relationNow(said: Relation, isHead: boolean): Relation {
  if (isHead) return 'head';
  return said === 'head' ? 'unknown' : said;
}

/** A residence for the API; the household is completed from its id. */
export function residenceType(one: CitizenEntry['residences'][number], isHead: boolean): Partial<Residence> {
  const { residenceId: id, kind, householdId, relation, since, estimated, until, endedOn, source } = one;
  return {
    id,
    kind,
    household: { id: householdId } as Residence['household'],
    relation: relationNow(relation, isHead),
    since,
    estimated,
    until,
    endedOn,
    source: source as Residence['source'],
  };
}
