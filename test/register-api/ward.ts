import { createHmac, createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { createAccessLog } from '@nocgia/services/access/access-log/access-log.ts';
import { accountProjection } from '@nocgia/services/access/account/projection.ts';
import { createCursors } from '@nocgia/services/access/paging.ts';
import { openScoped } from '@nocgia/services/access/scoped-db.ts';
import type { Scope } from '@nocgia/services/access/scope.ts';
import { countHourly } from '@nocgia/services/access/sign-in/throttle.ts';
import { scopeAt } from '@nocgia/services/access/testing/house.ts';
import { populationQueries } from '@nocgia/services/insight/population/graphql.ts';
import { populationProjection } from '@nocgia/services/insight/population/projection.ts';
import { createProjector, type Projector } from '@nocgia/services/projection/engine.ts';
import { openScene, type Scene } from '@nocgia/services/projection/testing/scene.ts';
import { registryResolvers } from '@nocgia/services/registry/graphql.ts';
import { peopleProjection } from '@nocgia/services/registry/projection.ts';
import { dwellingsProjection } from '@nocgia/services/territory/dwelling/projection.ts';
import { territoryResolvers } from '@nocgia/services/territory/graphql.ts';
import { unitsProjection } from '@nocgia/services/territory/unit/projection.ts';
import { graphql } from 'graphql';
import { expect } from 'vitest';
import { executable } from '../support/executable.ts';

const schema = executable(territoryResolvers, registryResolvers, { Query: populationQueries });
export const today = '2026-11-22';

export interface Answer {
  data: Record<string, unknown>;
  errors: { code: string; field?: string; details: Record<string, unknown> }[];
}

export type Look = { action: string; citizenIds: readonly string[] };

/** Two neighbourhoods of a ward with a few people in them, and the API of the register above them. */
export interface Ward {
  scene: Scene;
  projector: Projector;
  /** Dwellings `d3` and `d30`, households `h3` and `h30`, people `an`, `binh` and `dao`. */
  ids: Record<string, string>;
  /** What went to the access log, the last one last. */
  looks: Look[];
  /** The clock, which stands still until it is set. */
  now: Date;
  /** Asks as somebody; rows are brought up to date first. */
  ask(scope: Scope, source: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** Runs a mutation that is expected to go well. */
  done(scope: Scope, source: string, input?: Record<string, unknown>): Promise<Record<string, string>>;
  close(): Promise<void>;
}

export const clerk = scopeAt('civil_status', '27226');
export const board3 = scopeAt('board', '27226-003');
export const board30 = scopeAt('board', '27226-030');
export const stranger = scopeAt('civil_status', '27232');
export const leader = scopeAt('leader', '27226');

export const registerDwelling =
  'mutation ($meta: CommandMeta!, $input: DwellingInput!) { registerDwelling(meta: $meta, input: $input) { position dwellingId } }';
export const formHousehold =
  'mutation ($meta: CommandMeta!, $input: FormHouseholdInput!) { formHousehold(meta: $meta, input: $input) { householdId } }';
export const registerCitizen =
  'mutation ($meta: CommandMeta!, $input: RegisterCitizenInput!) { registerCitizen(meta: $meta, input: $input) { citizenId } }';
export const changeCitizen =
  'mutation ($meta: CommandMeta!, $id: ID!, $changes: [FieldChange!]!) { changeCitizen(meta: $meta, citizenId: $id, nature: correction, occurredOn: "2026-11-22", changes: $changes) { position } }';

export const listQuery =
  'query ($unit: ID!, $after: String, $first: Int, $text: String) { citizens(unit: $unit, after: $after, first: $first, text: $text) { total nextCursor items { relation citizen { id fullName nationalId masked withheld ethnicity } household { id number memberCount dwelling { address neighbourhood { code name } } head { fullName } } } } }';

/** A person as a form would send them. */
export const personInput = (householdId: string, fullName: string, details: object = {}, relation = 'child') => ({
  details: { fullName, sex: 'female', birth: '1990-05-17', ...details },
  householdId,
  relation,
  kind: 'permanent',
  cause: 'first_entry',
  since: '2025-07-01',
  source: 'police',
});

export async function openWard(): Promise<Ward> {
  const scene = await openScene();
  const projections = [unitsProjection, dwellingsProjection, peopleProjection, accountProjection, populationProjection];
  const projector = createProjector({ log: scene.log, db: scene.projector, projections });
  const cursorKey = createSecretKey(randomBytes(32));
  const claimHash = (text: string): string => createHmac('sha256', 'key').update(text).digest('hex');
  const logAccess = createAccessLog(scene.app);

  const ward: Ward = {
    ...{ scene, projector, ids: {}, looks: [], now: new Date(`${today}T03:00:00Z`) },
    async ask(scope, source, variables = {}) {
      await projector.runToHead();
      const session = openScoped(scene.app, scope);
      const contextValue = {
        ...{ scope, db: session.db, log: scene.log, today, claimHash },
        cursors: createCursors(cursorKey, scope.accountId),
        eventContext: () => ({
          actor: scope.accountId,
          position: scope.positionId ?? undefined,
          correlation: randomUUID(),
        }),
        countHourly: (what: string, times: number) =>
          countHourly(scene.app, claimHash, { what: `${what}:${scope.accountId}`, times }, ward.now),
        logAccess: (look: Look & { action: 'list' }) => {
          ward.looks.push(look);
          return logAccess({ ...look, at: ward.now, accountId: scope.accountId, positionId: scope.positionId });
        },
      };
      try {
        const answer = await graphql({ schema, source, contextValue, variableValues: variables });
        const errors = (answer.errors ?? []).map((error) => {
          const cause = error.originalError;
          if (!cause || !('rejection' in cause)) throw cause ?? error;
          const { code, field } = cause.rejection as { code: string; field?: string };
          return { code, field, details: 'details' in cause ? (cause.details as Record<string, unknown>) : {} };
        });
        return { data: answer.data as Answer['data'], errors };
      } finally {
        await session.close();
      }
    },
    async done(scope, source, input = {}) {
      const { data, errors } = await ward.ask(scope, source, { ...input, meta: { commandId: randomUUID() } });
      expect(errors).toEqual([]);
      return Object.values(data)[0] as Record<string, string>;
    },
    async close() {
      await projector.stop();
      await scene.close();
    },
  };
  await settle(ward);
  return ward;
}

async function settle({ scene, ids, done }: Ward): Promise<void> {
  const unit = (code: string, level: string, parent: string | null) => ({
    stream: `unit-${code}`,
    event: {
      type: 'UnitEstablished',
      data: { code, level, name: `Khu ${code}`, parent, occurredOn: '2025-07-01', predecessors: [] },
    },
  });
  await scene.record(
    unit('79', 'city', null),
    unit('27226', 'ward', '79'),
    unit('27232', 'ward', '79'),
    unit('27226-003', 'neighbourhood', '27226'),
    unit('27226-030', 'neighbourhood', '27226'),
  );
  const dwelling = async (houseNumber: string, street: string, neighbourhood: string): Promise<string> => {
    const input = { ward: '27226', neighbourhood, houseNumber, street, kind: 'house', occurredOn: '2025-07-01' };
    return (await done(clerk, registerDwelling, { input })).dwellingId ?? '';
  };
  const household = async (dwellingId: string): Promise<string> => {
    const input = { dwellingId, number: '7', occurredOn: '2025-07-01' };
    return (await done(clerk, formHousehold, { input })).householdId ?? '';
  };
  const citizen = async (...person: Parameters<typeof personInput>): Promise<string> =>
    (await done(clerk, registerCitizen, { input: personInput(...person) })).citizenId ?? '';
  ids.d3 = await dwelling('12/3/4', 'Nguyễn Trãi', '27226-003');
  ids.d30 = await dwelling('7', 'Hoà Bình', '27226-030');
  ids.h3 = await household(ids.d3);
  ids.h30 = await household(ids.d30);
  const an = { nationalId: '079190000001', phone: '0901 234 567', ethnicity: '01' };
  ids.an = await citizen(ids.h3, 'Nguyễn Thị An', an, 'head');
  ids.binh = await citizen(ids.h3, 'Trần Văn Bình', { sex: 'male', nationalId: '079290000002' });
  ids.dao = await citizen(ids.h30, 'Lê Ánh Đào', {}, 'head');
}
