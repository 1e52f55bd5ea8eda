import type { Role } from '@nocgia/schemas/events/account.ts';
import { unknownId, type Asked, type QueryCase } from './cases.ts';
import { dossierQueries } from './dossiers.ts';
import { publicQueries } from './public.ts';
import { pastQueries } from './past.ts';

const registerRoles = [
  'board',
  'desk',
  'civil_status',
  'social',
  'economy',
  'land',
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

/** Every query of the SDL. The test fails when one is missing here. */
export const queries: Record<string, QueryCase> = {
  ...dossierQueries,
  ...publicQueries,
  ...pastQueries,
  viewer: { ask: () => [{}], shows: none },
  today: { ask: () => [{}], shows: none },
  system: { ask: () => [{}], shows: none },
  accounts: { ask: () => [{}, { text: 'Can Bo' }, { text: 'nv.' }], shows: ['administrator'] },
  account: {
    ask: ({ place }) => [{ id: place.accountId }, { id: unknownId }, { id: `' or 1=1` }],
    shows: ['administrator'],
  },
  fieldTable: {
    ask: ({ place }) => [{ unit: place.ward }, { unit: '79' }, { unit: 'x' }],
    shows: none,
  },
  whoLooked: {
    ask: ({ place }) => [place.headId, place.movedId, unknownId].map((citizenId) => ({ citizenId })),
    shows: none,
  },
  citizen: {
    ask: ({ place }) => [place.headId, place.memberId, place.movedId, unknownId, 'x'].map((id) => ({ id })),
    shows: registerRoles,
  },
  duplicates: {
    ask: ({ place }) => [{ unit: place.unit }, { unit: place.ward, first: 5 }, { unit: '79' }],
    shows: none,
  },
  duplicatesOf: {
    ask: ({ place }) => [place.headId, place.movedId, unknownId].map((citizenId) => ({ citizenId })),
    shows: none,
  },
  unmergePreview: {
    ask: ({ place }) => [{ survivorId: place.headId, mergeId: unknownId }],
    shows: none,
  },
  formerResident: {
    ask: ({ place }) => [place.formerId, place.movedId, place.headId, unknownId, 'x'].map((id) => ({ id })),
    shows: registerRoles,
  },
  householdsFound: {
    ask: (asked) => [
      { text: fullName(asked) },
      { text: nationalId(asked) },
      { text: asked.place.street, first: 5 },
      { text: 'ho' },
      { text: '%' },
    ],
    shows: registerRoles,
  },
  unmatchedMoves: {
    ask: ({ place }) => [
      { ward: place.ward, side: 'departure', first: 10 },
      { ward: place.unit, side: 'arrival', first: 10 },
      { ward: '79', side: 'departure', first: 10 },
    ],
    shows: registerRoles,
  },
  lifeWarnings: {
    ask: ({ place, world }) => [
      { input: { event: 'marriage', occurredOn: '1950-01-01', citizenId: place.memberId, spouseId: place.headId } },
      {
        input: {
          event: 'birth',
          occurredOn: '2025-07-01',
          birth: world.today,
          motherId: place.headId,
          fatherId: 'x',
        },
      },
      {
        input: {
          event: 'departure',
          occurredOn: world.today,
          citizenId: place.headId,
          residenceId: place.residenceId,
        },
      },
      { input: { event: 'death', occurredOn: '2025-07-01', citizenId: unknownId } },
    ],
    shows: none,
  },
  household: { ask: ({ place }) => [{ id: place.householdId }, { id: unknownId }], shows: registerRoles },
  citizens: {
    ask: ({ place }) => [
      { unit: place.unit, first: 10 },
      { unit: place.ward, first: 10 },
      { unit: place.unit, text: 'ho', first: 10 },
      { unit: place.ward, stay: 'expired', first: 10 },
      { unit: place.unit, stay: 'expiring', first: 10 },
      { unit: '79', first: 10 },
    ],
    shows: registerRoles,
  },
  households: {
    ask: ({ place }) => [
      { unit: place.unit, first: 10 },
      { unit: place.ward, first: 10 },
      { unit: place.ward, withoutHead: true, first: 10 },
      { unit: place.ward, status: 'poor', first: 10 },
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
      { unit: place.ward, unconfirmedDays: 0, first: 10 },
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
      { unit: place.ward, asOf: world.today, filter: { sex: 'female', ageFrom: 0 } },
      { unit: place.ward, asOf: world.today, boundaries: 'now', filter: { ethnicity: 'unknown' } },
      { unit: place.ward, asOf: world.today, filter: { policyStatus: 'war_invalid' } },
      { unit: place.unit, asOf: world.today, movementFrom: '2025-07-01', filter: { cause: 'first_entry' } },
      {
        ...{ unit: place.ward, asOf: world.today, movementFrom: '2025-07-01' },
        ...{ headcount: 'present', filter: { cause: 'first_entry' } },
      },
      { unit: place.ward, asOf: world.today, movementFrom: '2025-07-01', filter: { cause: 'merge' } },
      { unit: place.ward, asOf: world.today, filter: { unplaced: true } },
    ],
    shows: registerRoles,
  },
  populationHouseholds: {
    ask: ({ place, world }) => [
      { unit: place.unit, asOf: world.today },
      { unit: place.ward, asOf: world.today, status: 'poor', boundaries: 'now' },
      { unit: place.ward, asOf: world.today, eid: 'some' },
      { unit: place.ward, asOf: world.today, eid: 'all', among: { ethnicity: 'unknown' } },
      { unit: place.unit, asOf: world.today, eid: 'some', among: { ageFrom: 18, ageTo: 29 } },
      { unit: place.ward, asOf: world.today, eid: 'some', among: { unplaced: true } },
    ],
    shows: registerRoles,
  },
  populationDwellings: {
    ask: ({ place, world }) => [
      { unit: place.unit, asOf: world.today },
      { unit: place.ward, asOf: world.today, boundaries: 'now' },
    ],
    shows: registerRoles,
  },
  eidFigures: {
    ask: ({ place, world }) => [
      { unit: place.unit, asOf: world.today },
      { unit: place.ward, asOf: world.today, headcount: 'present', boundaries: 'now' },
    ],
    shows: none,
  },
  imports: { ask: () => [{}], shows: none },
  import: { ask: ({ place }) => [{ id: place.importId ?? unknownId }], shows: none },
  importFields: { ask: () => [{}], shows: none },
};

/** Every subscription of the SDL. */
export const subscriptions: Record<string, { ask(): Record<string, unknown> }> = { changed: { ask: () => ({}) } };
