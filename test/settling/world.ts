import { createHmac, createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { settlementKind, type SettlementKind } from '@nocgia/schemas/events/procedure.ts';
import type { Role } from '@nocgia/schemas/events/account.ts';
import { accountProjection } from '@nocgia/services/access/account/projection.ts';
import { createCursors } from '@nocgia/services/access/paging.ts';
import { openScoped } from '@nocgia/services/access/scoped-db.ts';
import type { Scope } from '@nocgia/services/access/scope.ts';
import { scopeAt } from '@nocgia/services/access/testing/house.ts';
import { dossierStream } from '@nocgia/services/dossiers/dossier/dossier-state.ts';
import { dossierResolvers } from '@nocgia/services/dossiers/dossier/graphql.ts';
import { procedureResolvers } from '@nocgia/services/dossiers/procedure/graphql.ts';
import { procedureIdOf, procedureStream } from '@nocgia/services/dossiers/procedure/procedure.ts';
import { dossiersProjection } from '@nocgia/services/dossiers/projection.ts';
import { content } from '@nocgia/services/dossiers/testing/scene.ts';
import type { EventContext } from '@nocgia/services/event-store/port.ts';
import type { Log } from '@nocgia/services/event-store/log.ts';
import { populationQueries } from '@nocgia/services/insight/population/graphql.ts';
import { populationProjection } from '@nocgia/services/insight/population/projection.ts';
import { createProjector } from '@nocgia/services/projection/engine.ts';
import { openScene, type Scene } from '@nocgia/services/projection/testing/scene.ts';
import { registryResolvers } from '@nocgia/services/registry/graphql.ts';
import { peopleProjection } from '@nocgia/services/registry/projection.ts';
import { settlingResolvers } from '@nocgia/services/server/settling/graphql.ts';
import { dwellingsProjection } from '@nocgia/services/territory/dwelling/projection.ts';
import { territoryResolvers } from '@nocgia/services/territory/graphql.ts';
import { unitsProjection } from '@nocgia/services/territory/unit/projection.ts';
import { graphql } from 'graphql';
import { executable } from '../support/executable.ts';

const ward = '27226';
export const today = '2026-11-22';
const now = `${today}T03:00:00.000Z`;
const schema = executable(
  territoryResolvers,
  registryResolvers,
  procedureResolvers,
  dossierResolvers,
  settlingResolvers,
  {
    Query: populationQueries,
  },
);
const projections = [
  ...[unitsProjection, dwellingsProjection, peopleProjection],
  ...[accountProjection, populationProjection, dossiersProjection],
];

export interface Answer {
  data: Record<string, unknown>;
  errors: { code: string; field?: string; details: Record<string, unknown> }[];
}

/** A ward with two households and the desk's API above its register. */
export interface Register {
  scene: Scene;
  /** The log that commands go to; a test may put one in its place that breaks. */
  log: Log;
  looks: { action: string; citizenIds: readonly string[] }[];
  /** Asks as somebody; rows are brought up to date first. */
  ask(scope: Scope, source: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** Runs a mutation that is expected to go well. */
  done(scope: Scope, source: string, variables?: Record<string, unknown>): Promise<Record<string, string>>;
  /** A dwelling with a household in it; its id. */
  household(houseNumber: string): Promise<string>;
  person(householdId: string, fullName: string, relation?: string, details?: object): Promise<string>;
  /** A dossier of a kind that is settled: its id and version. */
  settled(kind: SettlementKind, answers: object, over?: { ownerId?: string; ownerName?: string }): Promise<OnDossier>;
  close(): Promise<void>;
}

export interface OnDossier {
  dossierId: string;
  expectedVersion: number;
}

/** Officers of the ward by role; `second` is another one of civil status. */
export const officer = (role: Role): Scope => ({ ...scopeAt(role, ward), accountId: accountOf(role) });
export const second: Scope = { ...scopeAt('civil_status', ward), accountId: accountOf('second') };
export const stranger: Scope = scopeAt('civil_status', '27232');

function accountOf(name: string): string {
  const hex = createHmac('sha256', 'account').update(name).digest('hex');
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

export async function openRegister(): Promise<Register> {
  const scene = await openScene();
  const projector = createProjector({ log: scene.log, db: scene.projector, projections });
  const key = createSecretKey(randomBytes(32));
  const register: Register = {
    ...{ scene, log: scene.log, looks: [] },
    async ask(scope, source, variables = {}) {
      await projector.runToHead();
      const session = openScoped(scene.app, scope);
      const contextValue = {
        ...{ scope: { ...scope, today }, db: session.db, log: register.log, today, now: () => new Date(now) },
        claimHash: (text: string) => createHmac('sha256', 'key').update(text).digest('hex'),
        cursors: createCursors(key, scope.accountId),
        eventContext: (from?: EventContext['source']): EventContext => ({
          ...{ actor: scope.accountId, correlation: 'test' },
          ...(from && { source: from }),
        }),
        countHourly: () => Promise.resolve({ wait: 0, takeBack: () => Promise.resolve() }),
        logAccess: (look: Register['looks'][number]) => Promise.resolve(void register.looks.push(look)),
      };
      try {
        const answer = await graphql({ schema, source, contextValue, variableValues: variables });
        const errors = (answer.errors ?? []).map((error) => {
          const cause = error.originalError;
          if (!cause || !('rejection' in cause)) throw cause ?? error;
          const { code, field } = cause.rejection as { code: string; field?: string };
          const details = 'details' in cause ? (cause.details as Record<string, unknown>) : {};
          return { code, ...(field !== undefined && { field }), details };
        });
        return { data: answer.data as Answer['data'], errors };
      } finally {
        await session.close();
      }
    },
    async done(scope, source, variables = {}) {
      const { data, errors } = await register.ask(scope, source, { meta: { commandId: randomUUID() }, ...variables });
      if (errors.length > 0) throw new Error(JSON.stringify(errors));
      return Object.values(data)[0] as Record<string, string>;
    },
    async household(houseNumber) {
      const clerk = officer('civil_status');
      const place = { ward, neighbourhood: '27226-003', houseNumber, street: 'Nguyễn Trãi', kind: 'house' };
      const dwelling = await register.done(
        clerk,
        'mutation ($meta: CommandMeta!, $input: DwellingInput!) { registerDwelling(meta: $meta, input: $input) { dwellingId } }',
        { input: { ...place, occurredOn: '2025-07-01' } },
      );
      const formed = await register.done(
        clerk,
        'mutation ($meta: CommandMeta!, $input: FormHouseholdInput!) { formHousehold(meta: $meta, input: $input) { householdId } }',
        { input: { dwellingId: dwelling.dwellingId, occurredOn: '2025-07-01' } },
      );
      return formed.householdId ?? '';
    },
    async person(householdId, fullName, relation = 'child', details = {}) {
      const since = { kind: 'permanent', cause: 'first_entry', since: '2025-07-01', source: 'police' };
      const registered = await register.done(
        officer('civil_status'),
        'mutation ($meta: CommandMeta!, $input: RegisterCitizenInput!) { registerCitizen(meta: $meta, input: $input) { citizenId } }',
        {
          input: {
            ...{ householdId, relation, ...since },
            details: { fullName, sex: 'female', birth: '1990-05-17', ...details },
          },
        },
      );
      return registered.citizenId ?? '';
    },
    async settled(kind, answers, { ownerId, ownerName = 'Người Nộp' } = {}) {
      const dossierId = randomUUID();
      const owner = { kind: 'citizen', name: ownerName, nationalId: null, birth: null };
      const about = { dossierId, occurredAt: '2026-11-20T03:00:00.000Z' };
      const stream = dossierStream(dossierId);
      codes += 1;
      const taken = {
        ...{
          ...about,
          ward,
          procedureId: procedureIdOf(ward, codeOf(kind)),
          procedureVersion: 1,
          matter: matterFor(kind),
        },
        ...{ channel: 'desk', returnBy: 'desk', submitter: null, answers, ownerId: ownerId ?? null, number: codes },
        ...{ owner: { ...owner, phone: null, email: null, address: null }, papers: [], step: 'tiep_nhan' },
        ...{ code: `H29.146-261120-${String(codes).padStart(4, '0')}`, receivedAt: about.occurredAt },
        ...{ rule: null, dueAt: null },
      };
      const on = { from: 'tiep_nhan', to: 'tra', direction: 'forward', stepDueAt: null, note: null };
      const result = { resultName: 'Kết quả', resultNumber: `${codes}/2026`, issuedOn: '2026-11-20', fileId: null };
      await scene.record(
        { stream, event: { type: 'DossierTakenIn', data: taken } },
        { stream, event: { type: 'DossierHandedOn', data: { ...about, ...on } } },
        { stream, event: { type: 'DossierSettled', data: { ...about, ...result } } },
      );
      return { dossierId, expectedVersion: 3 };
    },
    async close() {
      await projector.stop();
      await scene.close();
    },
  };
  await settle(scene);
  return register;
}

let codes = 0;
const codeOf = (kind: SettlementKind): string => kind.replaceAll('_', '-');
const matterFor = (kind: SettlementKind) => (kind === 'household_status' ? 'poverty' : 'civil_status');

/** Units, officers, and a procedure of every kind of settlement. */
async function settle(scene: Scene): Promise<void> {
  const unit = (code: string, level: string, parent: string | null) => ({
    stream: `unit-${code}`,
    event: {
      type: 'UnitEstablished',
      data: { code, level, name: `Phường ${code}`, parent, occurredOn: '2025-07-01', predecessors: [] },
    },
  });
  const account = ({ accountId }: Scope, displayName: string) => ({
    stream: `account-${accountId}`,
    event: { type: 'AccountOpened', data: { accountId, username: displayName, displayName, occurredOn: '2026-01-01' } },
  });
  const steps = content.steps.filter(({ kind }) => kind === 'take' || kind === 'return');
  const procedures = settlementKind.options.map((settlement) => {
    const procedureId = procedureIdOf(ward, codeOf(settlement));
    const published = { procedureId, ward, code: codeOf(settlement), version: 1, validFrom: '2026-01-01' };
    const whole = { ...content, steps, matter: matterFor(settlement), settlement };
    const data = { ...published, content: whole, occurredOn: '2026-01-01' };
    return { stream: procedureStream(procedureId), event: { type: 'ProcedurePublished', data } };
  });
  await scene.record(
    unit('79', 'city', null),
    unit(ward, 'ward', '79'),
    unit('27226-003', 'neighbourhood', ward),
    account(officer('civil_status'), 'Cán bộ hộ tịch'),
    account(second, 'Cán bộ thứ hai'),
    account(officer('social'), 'Cán bộ xã hội'),
    account(officer('leader'), 'Lãnh đạo'),
    ...procedures,
  );
}
