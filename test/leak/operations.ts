import type { Role } from '@nocgia/schemas/events/account.ts';
import { v7 as uuidv7 } from 'uuid';
import type { Place, World } from './world.ts';

export interface Asked {
  world: World;
  /** The place that is asked about; the reader may be in charge of it, or not. */
  place: Place;
}

export interface QueryCase {
  /** Each entry is asked once. */
  ask(asked: Asked): Record<string, unknown>[];
  /** Roles that see at least one marker of their own place by it: an answer that shows nobody anything would prove nothing. */
  shows: readonly Role[];
}

const registerRoles = [
  'board',
  'desk',
  'civil_status',
  'social',
  'police',
  'military',
  'leader',
  'auditor',
] as const satisfies readonly Role[];
const none: readonly Role[] = [];
const details = (asked: Asked) => asked.place.markers.map(({ text }) => text);
const find = (asked: Asked, pattern: RegExp): string => details(asked).find((text) => pattern.test(text)) ?? '';
const nationalId = (asked: Asked): string => find(asked, /^\d{12}$/);
const phone = (asked: Asked): string => find(asked, /^0902/);
const fullName = (asked: Asked): string => find(asked, /^Ho\w+ Ten/);
const unknownId = '00000000-0000-7000-8000-00000000dead';

/** Every query of the SDL. The test fails when one is missing here. */
export const queries: Record<string, QueryCase> = {
  viewer: { ask: () => [{}], shows: none },
  today: { ask: () => [{}], shows: none },
  system: { ask: () => [{}], shows: none },
  accounts: { ask: () => [{}, { text: 'Can Bo' }, { text: 'nv.' }], shows: ['administrator'] },
  account: {
    ask: ({ place }) => [{ id: place.accountId }, { id: unknownId }, { id: `' or 1=1` }],
    shows: ['administrator'],
  },
  whoLooked: { ask: ({ place }) => [{ citizenId: place.headId }, { citizenId: unknownId }], shows: none },
  citizen: {
    ask: ({ place }) => [{ id: place.headId }, { id: place.memberId }, { id: unknownId }, { id: 'x' }],
    shows: registerRoles,
  },
  household: { ask: ({ place }) => [{ id: place.householdId }, { id: unknownId }], shows: registerRoles },
  citizens: {
    ask: ({ place }) => [
      { unit: place.unit, first: 10 },
      { unit: place.ward, first: 10 },
      { unit: place.unit, text: 'ho', first: 10 },
      { unit: '79', first: 10 },
    ],
    shows: registerRoles,
  },
  households: {
    ask: ({ place }) => [
      { unit: place.unit, first: 10 },
      { unit: place.ward, first: 10 },
    ],
    shows: registerRoles,
  },
  search: {
    ask: (asked) => [
      ...[
        fullName(asked),
        fullName(asked).split(' ')[0],
        nationalId(asked),
        nationalId(asked).slice(0, 9),
        phone(asked),
        asked.place.street,
      ].map((text) => ({ text })),
      { text: 'ho' },
      { text: '%' },
    ],
    shows: registerRoles,
  },
  possibleDuplicates: {
    ask: (asked) => [
      { fullName: fullName(asked) },
      { fullName: 'X', nationalId: nationalId(asked) },
      { fullName: 'X', phone: phone(asked) },
      { fullName: fullName(asked), birth: find(asked, /^194\d-/), nationalId: nationalId(asked), phone: phone(asked) },
    ],
    shows: ['civil_status'],
  },
  unit: {
    ask: ({ place }) => [{ code: place.unit }, { code: place.ward }, { code: '79' }, { code: '99999' }],
    shows: none,
  },
  units: { ask: () => [{}, { level: 'neighbourhood' }, { asOf: '2025-08-01' }], shows: none },
  boundaryChanges: { ask: ({ place }) => [{ ward: place.ward }], shows: none },
  dwellings: {
    ask: ({ place }) => [
      { unit: place.unit },
      { unit: place.ward, unplaced: true },
      { unit: place.ward, street: place.street },
    ],
    shows: registerRoles,
  },
  streets: { ask: ({ place }) => [{ unit: place.unit }, { unit: place.ward }], shows: registerRoles },
  dwelling: { ask: ({ place }) => [{ id: place.dwellingId }, { id: unknownId }], shows: registerRoles },
  referenceUnits: { ask: () => [{ text: 'Bến Nghé' }], shows: none },
  population: {
    ask: ({ place, world }) => [
      { unit: place.unit, asOf: world.today },
      { unit: place.ward, asOf: world.today, headcount: 'present', boundaries: 'now', movementFrom: '2025-07-01' },
      { unit: place.ward, asOf: '2025-07-01' },
    ],
    shows: none,
  },
  populationList: {
    ask: ({ place, world }) => [
      { unit: place.unit, asOf: world.today },
      { unit: place.ward, asOf: world.today, sex: 'female' },
    ],
    shows: registerRoles,
  },
  imports: { ask: () => [{}], shows: none },
  import: { ask: ({ place }) => [{ id: place.importId ?? unknownId }], shows: none },
  importFields: { ask: () => [{}], shows: none },
};

export interface MutationCase {
  /** Input that would be taken from somebody who may. */
  ask(asked: Asked): Record<string, unknown>;
  /** Roles that may do it at their own ward; everybody else is refused and nothing is written. */
  allowed: readonly Role[];
  /** The state of the world stands against it even where it is allowed, or what it needs is not there: no success is asked for. */
  hindered?: true;
  /** Goes to one's own account only, so that no place of others is concerned. */
  own?: true;
}

const meta = () => ({ commandId: uuidv7() });
const residenceWriters = ['civil_status', 'police'] as const satisfies readonly Role[];
const administrators = ['administrator'] as const satisfies readonly Role[];
const importers = ['civil_status', 'administrator'] as const satisfies readonly Role[];
const planners = ['leader', 'administrator'] as const satisfies readonly Role[];
const day = '2026-01-05';

/** Every mutation of the SDL. The test fails when one is missing here. */
export const mutations: Record<string, MutationCase> = {
  // In an order in which each finds what it needs, when all are done one after another.
  changeHousehold: {
    ask: ({ place }) => ({ meta: meta(), householdId: place.householdId, expectedVersion: 4, number: 'mới' }),
    allowed: residenceWriters,
  },
  changeHead: {
    ask: ({ place }) => ({
      meta: meta(),
      householdId: place.householdId,
      citizenId: place.memberId,
      occurredOn: day,
      relations: [
        { citizenId: place.memberId, relation: 'head' },
        { citizenId: place.headId, relation: 'sibling' },
      ],
    }),
    allowed: residenceWriters,
  },
  registerCitizen: {
    ask: ({ place }) => ({
      meta: meta(),
      input: {
        details: { fullName: 'Mới Vào', sex: 'male', birth: '1990' },
        householdId: place.householdId,
        relation: 'lodger',
        kind: 'temporary',
        cause: 'arrival',
        since: day,
        until: '2026-12-31',
        source: 'self_declared',
      },
    }),
    allowed: ['civil_status'],
  },
  changeCitizen: {
    ask: ({ place }) => ({
      meta: meta(),
      citizenId: place.memberId,
      nature: 'change',
      occurredOn: day,
      changes: [
        {
          field: 'birthPlace',
          shown: place.markers.filter(({ text }) => text.startsWith('Sinh'))[1]?.text,
          value: 'Nơi khác',
        },
      ],
    }),
    allowed: ['civil_status'],
  },
  formHousehold: {
    ask: ({ place }) => ({ meta: meta(), input: { dwellingId: place.dwellingId, occurredOn: day } }),
    allowed: residenceWriters,
  },
  moveHousehold: {
    ask: ({ place, world }) => ({
      meta: meta(),
      householdId: place.householdId,
      occurredOn: day,
      dwellingId: (place.name === 'own' ? world.places.sharedPrefix : world.places.own).dwellingId,
    }),
    allowed: residenceWriters,
  },
  dissolveHousehold: {
    ask: ({ place }) => ({ meta: meta(), householdId: place.householdId, occurredOn: day }),
    allowed: residenceWriters,
    hindered: true,
  },
  joinHousehold: {
    ask: ({ place }) => ({
      meta: meta(),
      input: {
        citizenId: place.memberId,
        householdId: place.householdId,
        relation: 'sibling',
        kind: 'temporary',
        cause: 'arrival',
        since: day,
        until: '2026-12-31',
        source: 'police',
      },
    }),
    allowed: residenceWriters,
    hindered: true,
  },
  leaveHousehold: {
    ask: ({ place }) => ({
      meta: meta(),
      input: {
        citizenId: place.memberId,
        residenceId: place.memberResidenceId,
        cause: 'departure',
        occurredOn: day,
        wentTo: 'xa',
      },
    }),
    allowed: residenceWriters,
    hindered: true,
  },
  correctResidence: {
    ask: ({ place }) => ({
      meta: meta(),
      citizenId: place.memberId,
      residenceId: place.memberResidenceId,
      since: '2025-07-03',
      source: 'police',
    }),
    allowed: residenceWriters,
  },
  recordDeath: {
    ask: ({ place }) => ({ meta: meta(), citizenId: place.memberId, occurredOn: day }),
    allowed: residenceWriters,
  },
  registerDwelling: {
    ask: ({ place }) => ({
      meta: meta(),
      input: { ward: place.ward, neighbourhood: place.neighbourhood, houseNumber: '1', kind: 'house', occurredOn: day },
    }),
    allowed: residenceWriters,
  },
  correctDwelling: {
    ask: ({ place }) => ({ meta: meta(), dwellingId: place.dwellingId, expectedVersion: 1, changes: { kind: 'flat' } }),
    allowed: residenceWriters,
  },
  placeDwellings: {
    ask: ({ place }) => ({
      meta: meta(),
      dwellingIds: [place.dwellingId],
      occurredOn: day,
      neighbourhood:
        place.ward === '27232' ? '27232-003' : place.neighbourhood === '27226-003' ? '27226-030' : '27226-003',
    }),
    allowed: residenceWriters,
  },
  planBoundaryChange: {
    ask: ({ place }) => ({
      meta: meta(),
      input: { ward: place.ward, effectiveOn: '2099-01-01', establish: { name: 'Khu mới' } },
    }),
    allowed: planners,
  },
  cancelBoundaryChange: {
    ask: ({ place }) => ({ meta: meta(), ward: place.ward, changeId: unknownId, reason: 'thử' }),
    allowed: planners,
    hindered: true,
  },
  checkImport: {
    ask: ({ place }) => ({ importId: place.importId ?? unknownId, mapping: [{ field: 'fullName', column: 0 }] }),
    allowed: importers,
    hindered: true,
  },
  commitImport: { ask: ({ place }) => ({ importId: place.importId ?? unknownId }), allowed: importers, hindered: true },
  cancelImport: { ask: ({ place }) => ({ importId: place.importId ?? unknownId }), allowed: importers, hindered: true },
  openAccount: {
    ask: ({ place }) => ({
      meta: meta(),
      input: {
        username: `moi.${uuidv7().slice(-8)}`,
        displayName: 'Người Mới',
        role: 'desk',
        unit: place.ward,
        from: day,
      },
    }),
    allowed: administrators,
  },
  renameAccount: {
    ask: ({ place }) => ({ meta: meta(), accountId: place.accountId, displayName: 'Tên Khác' }),
    allowed: administrators,
  },
  grantPosition: {
    ask: ({ place }) => ({
      meta: meta(),
      input: { accountId: place.accountId, role: 'social', unit: place.ward, from: day },
    }),
    allowed: administrators,
  },
  endPosition: {
    ask: ({ place, world }) => ({
      meta: meta(),
      accountId: place.accountId,
      positionId: place.positionId,
      occurredOn: world.today,
    }),
    allowed: administrators,
  },
  resetPassword: { ask: ({ place }) => ({ accountId: place.accountId }), allowed: administrators },
  closeAccount: { ask: ({ place }) => ({ meta: meta(), accountId: place.accountId }), allowed: administrators },
  revealField: {
    ask: ({ place }) => ({ meta: meta(), citizenId: place.headId, field: 'nationalId', purpose: 'audit' }),
    allowed: ['board', 'military', 'auditor'],
  },
  changePassword: { ask: () => ({ current: 'không phải', next: 'mật khẩu khác hẳn' }), allowed: none, own: true },
  choosePosition: { ask: ({ place }) => ({ positionId: place.positionId }), allowed: none, own: true },
  signOutEverywhere: { ask: () => ({}), allowed: none, own: true },
};

/** Every subscription of the SDL. */
export const subscriptions: Record<string, { ask(): Record<string, unknown> }> = { changed: { ask: () => ({}) } };
