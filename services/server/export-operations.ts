import { isDay } from '@nocgia/schemas/events/common.ts';

type Values = Record<string, unknown>;

interface Operation {
  /** The root field whose right is asked for, and whose answer is the file. */
  field: string;
  text: string;
  variables(search: URLSearchParams, today: string): Values;
}

const day = (text: string | null): string | null => {
  const written = (text ?? '').split('/').reverse().join('-');
  return isDay(written) ? written : null;
};
const oneOf = <T extends string>(text: string | null, values: readonly T[]): T | null =>
  values.find((value) => value === text) ?? null;
const number = (text: string | null): number | null => (text !== null && /^\d{1,3}$/.test(text) ? Number(text) : null);
const code = (text: string | null): string | null => (text !== null && /^[a-z0-9_]{1,40}$/.test(text) ? text : null);

/** The question of a page's address: unit, day, place in the log, headcount, boundaries. */
function question(search: URLSearchParams, today: string) {
  const knownAt = search.get('knownAt') ?? '';
  return {
    unit: search.get('unit') ?? '',
    asOf: day(search.get('asOf')) ?? today,
    knownAt: /^\d{1,20}$/.test(knownAt) ? knownAt.padStart(20, '0') : null,
    headcount: oneOf(search.get('headcount'), ['permanent', 'temporary', 'present']) ?? 'permanent',
    boundaries: oneOf(search.get('boundaries'), ['then', 'now']) ?? 'then',
    movementFrom: day(search.get('from')),
  };
}

function peopleQuestion(search: URLSearchParams, today: string): Values {
  const filter = {
    sex: oneOf(search.get('sex'), ['male', 'female', 'unknown']),
    ageFrom: number(search.get('ageFrom')),
    ageTo: number(search.get('ageTo')),
    ethnicity: code(search.get('ethnicity')),
    residenceKind: oneOf(search.get('residenceKind'), ['permanent', 'temporary', 'absent']),
    policyStatus: code(search.get('policyStatus')),
    householdStatus: code(search.get('householdStatus')),
    eidLevel: oneOf(search.get('eidLevel'), ['level2', 'level1', 'none']),
    cause: code(search.get('cause')),
    unplaced: search.get('unplaced') === 'true' ? true : null,
  };
  return { ...question(search, today), filter };
}

/** Households by electronic identity, of all their people or of one group. */
function eidQuestion(search: URLSearchParams): Values {
  const eid = oneOf(search.get('eid'), ['any', 'some', 'all']);
  const among = {
    ageFrom: number(search.get('ageFrom')),
    ageTo: number(search.get('ageTo')),
    ethnicity: code(search.get('ethnicity')),
    unplaced: search.get('unplaced') === 'true' ? true : null,
  };
  return { eid, among: eid && among };
}

const person = 'citizen { id fullName sex birth nationalId } household { id dwelling { id address } }';
const household = 'id number head { id fullName } dwelling { id address }';
const num = '{ value definition }';
const coded = `{ code label total ${num} }`;
const movement = '{ from to opening closing causes { cause delta } }';
const counts = '{ people level2 level1 none households householdsSome householdsAll }';

/** The questions behind the files, by the name of the file. */
export const operations = {
  people: {
    field: 'populationList',
    text: `query Export($unit: ID!, $asOf: Day!, $knownAt: LogPosition, $headcount: Headcount!, $boundaries: Boundaries!,
      $movementFrom: Day, $filter: PeopleFilter, $after: String, $first: Int!) {
      of: unit(code: $unit) { code name }
      populationList(unit: $unit, asOf: $asOf, knownAt: $knownAt, headcount: $headcount, boundaries: $boundaries,
        movementFrom: $movementFrom, filter: $filter, after: $after, first: $first) {
        nextCursor items { since change ${person} } } }`,
    variables: peopleQuestion,
  },
  households: {
    field: 'populationHouseholds',
    text: `query Export($unit: ID!, $asOf: Day!, $knownAt: LogPosition, $headcount: Headcount!, $boundaries: Boundaries!, $status: String,
      $eid: EidHouseholds, $among: EidGroupFilter, $after: String, $first: Int!) {
      of: unit(code: $unit) { code name }
      populationHouseholds(unit: $unit, asOf: $asOf, knownAt: $knownAt, headcount: $headcount, boundaries: $boundaries,
        status: $status, eid: $eid, among: $among, after: $after, first: $first) { nextCursor items { ${household} } } }`,
    variables: (search, today) => ({
      ...question(search, today),
      status: code(search.get('status')),
      ...eidQuestion(search),
    }),
  },
  dwellings: {
    field: 'populationDwellings',
    text: `query Export($unit: ID!, $asOf: Day!, $knownAt: LogPosition, $boundaries: Boundaries!, $after: String, $first: Int!) {
      of: unit(code: $unit) { code name }
      populationDwellings(unit: $unit, asOf: $asOf, knownAt: $knownAt, boundaries: $boundaries, after: $after, first: $first) {
        nextCursor items { id address } } }`,
    variables: question,
  },
  residents: {
    field: 'citizens',
    text: `query Export($unit: ID!, $stay: TemporaryStay, $after: String, $first: Int!) {
      of: unit(code: $unit) { code name }
      citizens(unit: $unit, stay: $stay, after: $after, first: $first) { nextCursor items { ${person} } } }`,
    variables: (search) => ({
      unit: search.get('unit') ?? '',
      stay: oneOf(search.get('show'), ['expired', 'expiring']),
    }),
  },
  'unit-households': {
    field: 'households',
    text: `query Export($unit: ID!, $withoutHead: Boolean!, $status: String, $after: String, $first: Int!) {
      of: unit(code: $unit) { code name }
      households(unit: $unit, withoutHead: $withoutHead, status: $status, after: $after, first: $first) { nextCursor items { ${household} } } }`,
    variables: (search) => ({
      unit: search.get('unit') ?? '',
      withoutHead: search.get('show') === 'headless',
      status: oneOf(search.get('show'), ['poor', 'near_poor']),
    }),
  },
  'unit-dwellings': {
    field: 'dwellings',
    text: `query Export($unit: ID!, $street: String, $unplaced: Boolean!, $unconfirmedDays: Int, $after: String, $first: Int!) {
      of: unit(code: $unit) { code name }
      dwellings(unit: $unit, street: $street, unplaced: $unplaced, unconfirmedDays: $unconfirmedDays, after: $after, first: $first) {
        nextCursor items { id address householdCount peopleCount confirmedOn } } }`,
    variables: (search) => ({
      unit: search.get('unit') ?? '',
      street: search.get('street')?.slice(0, 200) || null,
      unplaced: search.get('unplaced') === 'true',
      unconfirmedDays: /^\d{1,5}$/.test(search.get('unconfirmed') ?? '') ? Number(search.get('unconfirmed')) : null,
    }),
  },
  moves: {
    field: 'unmatchedMoves',
    text: `query Export($unit: ID!, $side: MoveSide!, $after: String, $first: Int!) {
      of: unit(code: $unit) { code name }
      unmatchedMoves(ward: $unit, side: $side, after: $after, first: $first) {
        nextCursor items { citizenId fullName day place otherWard otherWardName } } }`,
    variables: (search) => ({
      unit: search.get('unit') ?? '',
      side: oneOf(search.get('side'), ['departure', 'arrival']) ?? 'departure',
    }),
  },
  dossiers: {
    field: 'dossierRegister',
    text: `query Export($unit: ID!, $from: Day!, $to: Day!, $after: String, $first: Int!) {
      of: unit(code: $unit) { code name }
      dossierRegister(ward: $unit, from: $from, to: $to, after: $after, first: $first) { nextCursor items {
        code ownerId owner { name phone address } procedure { name fieldName } papers { copies source }
        receivedAt dueAt returnBy returned { at receivedBy } } } }`,
    variables: (search, today) => ({
      unit: search.get('unit') ?? '',
      from: day(search.get('from')) ?? today,
      to: day(search.get('to')) ?? today,
    }),
  },
  population: {
    field: 'population',
    text: `query Export($unit: ID!, $asOf: Day!, $knownAt: LogPosition, $headcount: Headcount!, $boundaries: Boundaries!, $movementFrom: Day) {
      population(unit: $unit, asOf: $asOf, knownAt: $knownAt, headcount: $headcount, boundaries: $boundaries, movementFrom: $movementFrom) {
        unit { code name } asOf knownAt headcount total ${num} male ${num} female ${num} unknownSex ${num} households ${num} dwellings ${num}
        byResidenceKind { permanent ${num} temporary ${num} absent ${num} }
        byEthnicity ${coded} byPolicyStatus ${coded} byHouseholdStatus ${coded}
        byUnit { unit { code name } total ${num} } ages { from to male ${num} female ${num} } movement ${movement}
        previous { asOf total ${num} male ${num} female ${num} households ${num} dwellings ${num} movement ${movement} } } }`,
    variables: question,
  },
  eid: {
    field: 'eidFigures',
    text: `query Export($unit: ID!, $asOf: Day!, $knownAt: LogPosition, $headcount: Headcount!, $boundaries: Boundaries!) {
      eidFigures(unit: $unit, asOf: $asOf, knownAt: $knownAt, headcount: $headcount, boundaries: $boundaries) {
        unit { code name } asOf knownAt total ${counts} groups { by key label unit { code name } counts ${counts} } } }`,
    variables: question,
  },
} as const satisfies Record<string, Operation>;

/** What can be had as a file. */
export type Exported = keyof typeof operations;
