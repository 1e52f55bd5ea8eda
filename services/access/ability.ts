import {
  createMongoAbility,
  subject as tagged,
  type ForcedSubject,
  type MongoAbility,
  type RawRuleOf,
} from '@casl/ability';
import { matterNumber, matters, type Matter } from '@nocgia/schemas/code-lists/matters.ts';
import type { Role } from '@nocgia/schemas/events/account.ts';
import { unitNumber } from '@nocgia/schemas/events/common.ts';
import type { Rejection } from '@nocgia/schemas/errors.ts';
import { fieldGroups } from './field-table.ts';
import type { FieldGroup, FieldRight, Scope } from './scope.ts';

/** What the rules speak of. Rows of a citizen, household or dwelling lie at a place; so does an import, by its ward. */
export type SubjectName =
  | 'Citizen'
  | 'Household'
  | 'Dwelling'
  | 'Dossier'
  | 'Procedure'
  | 'Series'
  | 'Rating'
  | 'Unit'
  | 'Import'
  | 'Account'
  | 'AccessLog'
  | 'System';

/**
 * `read` see rows; `reveal` unmask a field; `propose`, `write` change; `export` take a list out; `import` take a register in;
 * `plan` decide a change of boundaries; `manage` open, close, grant, reset.
 */
export type Action = 'read' | 'reveal' | 'propose' | 'write' | 'export' | 'import' | 'plan' | 'manage';

/** Where a row lies, as unit numbers; a dwelling that is not placed yet has a ward only. */
export interface Place {
  ward: number | null;
  neighbourhood: number | null;
  /** Number of the field of a dossier (`matterNumber`). */
  matter?: number;
}

export type AppAbility = MongoAbility<[Action, SubjectName | (Place & ForcedSubject<SubjectName>)]>;

const registerRows = ['Household', 'Dwelling'] as const satisfies readonly SubjectName[];
const personGroups = fieldGroups.filter((group) => group !== 'accessLog');

/** Roles that may take a register in: who keeps the register, and who sets the house up (and has the file in hand anyway). */
const importers: readonly Role[] = ['civil_status', 'administrator'];
const planners: readonly Role[] = ['leader', 'administrator'];
const exporters: readonly Role[] = [
  'board',
  'desk',
  'civil_status',
  'social',
  'police',
  'military',
  'leader',
  'auditor',
];

/** Fields whose dossiers a role works on; `all` for who takes in, decides or audits. Boards, liaisons and departments see none. */
const mattersOfRole: Readonly<Partial<Record<Role, readonly Matter[] | 'all'>>> = {
  desk: 'all',
  leader: 'all',
  auditor: 'all',
  civil_status: ['civil_status', 'authentication', 'adoption', 'mediation', 'complaints'],
  social: ['poverty', 'social_protection', 'merit'],
  economy: ['household_business', 'agriculture'],
  land: ['land', 'construction'],
  police: ['residence'],
};
/** Roles that work on dossiers, each on those of its fields. */
export const clerks: readonly Role[] = ['desk', 'civil_status', 'social', 'economy', 'land', 'leader'];

/** Numbers of the fields whose dossiers a role sees. */
function matterNumbers(role: Role): number[] {
  const own = mattersOfRole[role] ?? [];
  return (own === 'all' ? matters.map(({ code }) => code) : own).map(matterNumber);
}

function groupsWith(scope: Scope, rights: readonly FieldRight[]): FieldGroup[] {
  return personGroups.filter((group) => rights.includes(scope.fields[group]));
}

function rulesOf(scope: Scope): RawRuleOf<AppAbility>[] {
  const { role } = scope;
  if (role === null) return [];
  const places = [
    ...(scope.wards.length > 0 ? [{ ward: { $in: [...scope.wards] } }] : []),
    ...(scope.neighbourhoods.length > 0 ? [{ neighbourhood: { $in: [...scope.neighbourhoods] } }] : []),
  ];
  const rules: RawRuleOf<AppAbility>[] = [{ action: 'read', subject: 'Unit' }];
  for (const conditions of places) {
    const on = (action: Action, subject: SubjectName | SubjectName[], fields?: FieldGroup[]): void => {
      if (fields?.length !== 0) rules.push({ action, subject, conditions, ...(fields && { fields }) });
    };
    on('read', 'Citizen', groupsWith(scope, ['masked', 'read', 'propose', 'write']));
    on('reveal', 'Citizen', groupsWith(scope, ['masked']));
    on('propose', 'Citizen', groupsWith(scope, ['propose', 'write']));
    on('write', 'Citizen', groupsWith(scope, ['write']));
    if (scope.fields.residence !== 'none') on('read', [...registerRows]);
    if (scope.fields.residence === 'write') on('write', [...registerRows]);
    if (scope.fields.accessLog !== 'none') on('read', 'AccessLog');
    if (exporters.includes(role)) on('export', ['Citizen', 'Household', 'Dwelling']);
  }
  const own = matterNumbers(role);
  if (scope.wards.length > 0 && own.length > 0) {
    const conditions = { ward: { $in: [...scope.wards] }, matter: { $in: own } };
    rules.push({ action: 'read', subject: 'Dossier', conditions });
    if (clerks.includes(role)) rules.push({ action: ['write', 'export'], subject: 'Dossier', conditions });
  }
  if (scope.wards.length > 0 && (clerks.includes(role) || role === 'auditor')) {
    const conditions = { ward: { $in: [...scope.wards] } };
    // Figures are for those who are rated and who audit; a single answer is somebody's, and for the leader alone.
    rules.push({ action: role === 'leader' ? ['read', 'reveal'] : 'read', subject: 'Rating', conditions });
  }
  rules.push({ action: 'read', subject: 'Procedure' });
  if (scope.wards.length > 0 && (role === 'desk' || role === 'leader'))
    rules.push({ action: ['read', 'write'], subject: 'Series', conditions: { ward: { $in: [...scope.wards] } } });
  // These are for the wards that the position stands for, whether or not it reads rows there.
  const wards = scope.aggregates.length > 0 ? { ward: { $in: [...scope.aggregates] } } : null;
  if (wards && importers.includes(role))
    rules.push({ action: ['read', 'import'], subject: 'Import', conditions: wards });
  if (wards && planners.includes(role)) rules.push({ action: 'plan', subject: 'Unit', conditions: wards });
  if (wards && role === 'leader') rules.push({ action: 'read', subject: 'Import', conditions: wards });
  if (wards && planners.includes(role)) rules.push({ action: 'manage', subject: 'Procedure', conditions: wards });
  if (role === 'administrator') {
    rules.push({ action: ['read', 'manage'], subject: 'System' });
    if (wards) rules.push({ action: ['read', 'manage'], subject: 'Account', conditions: wards });
  }
  return rules;
}

const abilities = new WeakMap<Scope, AppAbility>();

/** The CASL ability of a scope, made once per request. */
export function abilityOf(scope: Scope): AppAbility {
  let ability = abilities.get(scope);
  if (!ability) {
    ability = createMongoAbility<AppAbility>(rulesOf(scope));
    abilities.set(scope, ability);
  }
  return ability;
}

/** A place as events carry it: codes (`27226`, `27226-003`) instead of numbers. */
export interface CodedPlace {
  ward: string | null;
  neighbourhood: string | null;
  matter?: Matter;
}

/** Turns codes into the numbers that rows and rules use. */
export function placeOf(coded: CodedPlace): Place {
  return {
    ward: coded.ward === null ? null : unitNumber(coded.ward),
    neighbourhood: coded.neighbourhood === null ? null : unitNumber(coded.neighbourhood),
    ...(coded.matter && { matter: matterNumber(coded.matter) }),
  };
}

/**
 * Checks an action inside a decider, against the state it has just loaded. `place`: where the subject lies now; `group`: the fields
 * concerned. NOT_FOUND when the subject may not even be seen (its existence is no one's business), FORBIDDEN when it may.
 */
export function authorize(
  scope: Scope,
  action: Action,
  subject: SubjectName,
  place: Place | CodedPlace,
  group?: FieldGroup,
): Rejection | null {
  const ability = abilityOf(scope);
  const numbers: Place = isCoded(place) ? placeOf(place) : { ...place };
  const row = tagged(subject, numbers);
  if (ability.can(action, row, group)) return null;
  return { code: ability.can('read', row) ? 'FORBIDDEN' : 'NOT_FOUND' };
}

function isCoded(place: Place | CodedPlace): place is CodedPlace {
  return typeof place.ward === 'string' || typeof place.neighbourhood === 'string';
}

/** Whether the reader may do this somewhere at all: for menus, and for refusing before anything is loaded. */
export function mayEver(scope: Scope, action: Action, subject: SubjectName, group?: FieldGroup): boolean {
  return abilityOf(scope).can(action, subject, group);
}
