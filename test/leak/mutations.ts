import type { Role } from '@nocgia/schemas/events/account.ts';
import { v7 as uuidv7 } from 'uuid';
import { dossierMutations } from './dossiers.ts';
import { publicMutations } from './public.ts';
import { pastMutations } from './past.ts';
import { unknownId, type MutationCase } from './cases.ts';

const none: readonly Role[] = [];

const meta = () => ({ commandId: uuidv7() });
const residenceWriters = ['civil_status', 'police'] as const satisfies readonly Role[];
const administrators = ['administrator'] as const satisfies readonly Role[];
const importers = ['civil_status', 'administrator'] as const satisfies readonly Role[];
const planners = ['leader', 'administrator'] as const satisfies readonly Role[];
const day = '2026-01-05';

/** Every mutation of the SDL. The test fails when one is missing here. */
export const mutations: Record<string, MutationCase> = {
  // In an order in which each finds what it needs, when all are done one after another.
  revealField: {
    ask: ({ place }) => ({ meta: meta(), citizenId: place.headId, field: 'nationalId', purpose: 'audit' }),
    allowed: ['board', 'economy', 'land', 'military', 'auditor'],
  },
  changeHousehold: {
    ask: ({ place }) => ({ meta: meta(), householdId: place.householdId, expectedVersion: 5, number: 'mới' }),
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
  splitHousehold: {
    ask: ({ place }) => ({
      meta: meta(),
      input: {
        householdId: place.householdId,
        citizenIds: [place.headId],
        headId: place.headId,
        relations: [],
        occurredOn: day,
      },
    }),
    allowed: residenceWriters,
  },
  joinHouseholds: {
    ask: ({ place, world }) => ({
      meta: meta(),
      input: {
        householdId: place.householdId,
        intoHouseholdId: (place.name === 'own' ? world.places.sharedPrefix : world.places.own).householdId,
        relations: [],
        occurredOn: day,
      },
    }),
    allowed: residenceWriters,
    hindered: true,
  },
  grantHouseholdStatus: {
    ask: ({ place }) => ({
      meta: meta(),
      input: { householdId: place.householdId, status: 'policy_family', occurredOn: day },
    }),
    allowed: ['social'],
  },
  endHouseholdStatus: {
    ask: ({ place }) => ({
      meta: meta(),
      householdId: place.householdId,
      statusId: unknownId,
      cause: 'ended',
      occurredOn: day,
    }),
    allowed: ['social'],
    hindered: true,
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
  registerBirth: {
    ask: ({ place }) => ({
      meta: meta(),
      input: {
        householdId: place.householdId,
        motherId: place.headId,
        fatherId: place.memberId,
        details: { fullName: 'Vừa Sinh', sex: 'male', birth: day },
        relation: 'grandchild',
      },
    }),
    allowed: ['civil_status'],
  },
  arriveByNationalId: {
    ask: (asked) => ({
      meta: meta(),
      input: {
        nationalId: asked.place.markers.find(({ text }) => /^\d{12}$/.test(text))?.text,
        fullName: 'Ai Khác',
        birth: '1990-01-01',
        householdId: asked.place.householdId,
        relation: 'lodger',
        kind: 'permanent',
        since: day,
        source: 'police',
      },
    }),
    allowed: residenceWriters,
    hindered: true,
  },
  renewResidence: {
    ask: ({ place }) => ({
      meta: meta(),
      input: {
        citizenId: place.memberId,
        residenceId: place.memberResidenceId,
        until: '2027-01-01',
        occurredOn: day,
        source: 'police',
      },
    }),
    allowed: residenceWriters,
    hindered: true,
  },
  startAbsence: {
    ask: ({ place }) => ({
      meta: meta(),
      input: { citizenId: place.memberId, occurredOn: day, until: '2026-01-06', source: 'police' },
    }),
    allowed: residenceWriters,
  },
  endAbsence: {
    ask: ({ place }) => ({
      meta: meta(),
      citizenId: place.memberId,
      absenceId: unknownId,
      cause: 'returned',
      occurredOn: day,
    }),
    allowed: residenceWriters,
    hindered: true,
  },
  recordMarriage: {
    ask: ({ place }) => ({
      meta: meta(),
      input: { citizenId: place.memberId, spouseName: 'Người Xa', occurredOn: day },
    }),
    allowed: ['civil_status'],
  },
  endMarriage: {
    ask: ({ place }) => ({
      meta: meta(),
      citizenId: place.memberId,
      marriageId: unknownId,
      cause: 'divorce',
      occurredOn: day,
    }),
    allowed: ['civil_status'],
    hindered: true,
  },
  grantPolicyStatus: {
    ask: ({ place }) => ({
      meta: meta(),
      input: { citizenId: place.memberId, status: 'war_invalid', occurredOn: day },
    }),
    allowed: ['social'],
  },
  endPolicyStatus: {
    ask: ({ place }) => ({
      meta: meta(),
      citizenId: place.memberId,
      statusId: unknownId,
      cause: 'ended',
      occurredOn: day,
    }),
    allowed: ['social'],
    hindered: true,
  },
  recordEid: {
    ask: ({ place }) => ({ meta: meta(), citizenId: place.memberId, level: '2', occurredOn: day, nature: 'change' }),
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
  mergeCitizens: {
    ask: ({ place }) => ({ meta: meta(), survivorId: place.headId, absorbedId: place.memberId }),
    allowed: ['civil_status'],
    hindered: true,
  },
  unmergeCitizens: {
    ask: ({ place }) => ({ meta: meta(), survivorId: place.headId, mergeId: unknownId }),
    allowed: ['civil_status'],
    hindered: true,
  },
  registerDwelling: {
    ask: ({ place }) => ({
      meta: meta(),
      input: { ward: place.ward, neighbourhood: place.neighbourhood, houseNumber: '1', kind: 'house', occurredOn: day },
    }),
    allowed: residenceWriters,
  },
  correctDwelling: {
    ask: ({ place }) => ({ meta: meta(), dwellingId: place.dwellingId, expectedVersion: 2, changes: { kind: 'flat' } }),
    allowed: residenceWriters,
  },
  confirmDwelling: {
    ask: ({ place }) => ({ meta: meta(), dwellingId: place.dwellingId, method: 'visit', occurredOn: day }),
    allowed: ['board', ...residenceWriters],
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
  establishNeighbourhoods: {
    ask: ({ place }) => ({ meta: meta(), importId: place.importId ?? unknownId, names: ['Khu phố mới'] }),
    allowed: administrators,
    hindered: true,
  },
  commitImport: { ask: ({ place }) => ({ importId: place.importId ?? unknownId }), allowed: importers, hindered: true },
  cancelImport: { ask: ({ place }) => ({ importId: place.importId ?? unknownId }), allowed: importers, hindered: true },
  confirmDifferences: {
    ask: ({ place }) => ({ importId: place.importId ?? unknownId, kind: 'missing', occurredOn: day }),
    allowed: importers,
    hindered: true,
  },
  decideLikely: {
    ask: ({ place }) => ({
      importId: place.importId ?? unknownId,
      decisions: [{ line: 2, citizenId: place.memberId }],
    }),
    allowed: importers,
    hindered: true,
  },
  saveImportTemplate: {
    ask: ({ place }) => ({ importId: place.importId ?? unknownId, name: 'Mẫu thử' }),
    allowed: importers,
    hindered: true,
  },
  applyImportTemplate: {
    ask: ({ place }) => ({ importId: place.importId ?? unknownId, templateId: unknownId }),
    allowed: importers,
    hindered: true,
  },
  deleteImportTemplate: {
    ask: ({ place }) => ({ importId: place.importId ?? unknownId, templateId: unknownId }),
    allowed: importers,
    hindered: true,
  },
  withdrawImport: {
    ask: ({ place }) => ({ importId: place.importId ?? unknownId, reason: 'wrong_file' }),
    allowed: importers,
    hindered: true,
  },
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
  narrowField: {
    ask: ({ place, world }) => ({
      meta: meta(),
      input: {
        unit: place.ward,
        role: 'military',
        group: 'notes',
        right: 'none',
        from: world.today,
        until: world.today,
      },
    }),
    allowed: administrators,
    hindered: true,
  },
  restoreField: {
    ask: ({ place, world }) => ({
      meta: meta(),
      unit: place.ward,
      narrowingId: unknownId,
      occurredOn: world.today,
    }),
    allowed: administrators,
    hindered: true,
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
  changePassword: { ask: () => ({ current: 'không phải', next: 'mật khẩu khác hẳn' }), allowed: none, own: true },
  choosePosition: { ask: ({ place }) => ({ positionId: place.positionId }), allowed: none, own: true },
  signOutEverywhere: { ask: () => ({}), allowed: none, own: true },
  ...dossierMutations,
  ...publicMutations,
  ...pastMutations,
};
