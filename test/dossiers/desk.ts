import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { errorText, RejectionError } from '@nocgia/schemas/errors.ts';
import type { Role } from '@nocgia/schemas/events/account.ts';
import type { OneStopSettings } from '@nocgia/schemas/events/one-stop.ts';
import { createCursors } from '@nocgia/services/access/paging.ts';
import { accountProjection } from '@nocgia/services/access/account/projection.ts';
import { openScoped } from '@nocgia/services/access/scoped-db.ts';
import type { Scope } from '@nocgia/services/access/scope.ts';
import { scopeAt } from '@nocgia/services/access/testing/house.ts';
import type { DossierContext } from '@nocgia/services/dossiers/context.ts';
import { dossierResolvers } from '@nocgia/services/dossiers/dossier/graphql.ts';
import { procedureResolvers } from '@nocgia/services/dossiers/procedure/graphql.ts';
import { procedureStream } from '@nocgia/services/dossiers/procedure/procedure.ts';
import { dossiersProjection } from '@nocgia/services/dossiers/projection.ts';
import { accountOf, procedureId, ready, ward } from '@nocgia/services/dossiers/testing/scene.ts';
import { calendarStream } from '@nocgia/services/dossiers/calendar/calendar.ts';
import { oneStopStream } from '@nocgia/services/dossiers/one-stop/one-stop.ts';
import { transferResolvers } from '@nocgia/services/server/papers/transfers.ts';
import { createProjector } from '@nocgia/services/projection/engine.ts';
import { openScene } from '@nocgia/services/projection/testing/scene.ts';
import { graphql } from 'graphql';
import { executable } from '../support/executable.ts';

const schema = executable(procedureResolvers, dossierResolvers, transferResolvers);

/** A one-stop desk with its API over real PostgreSQL: three officers, one procedure of three working days, the calendar of 2026. */
export interface Desk {
  /** The clock, which stands still until it is set. */
  now: string;
  /** People who were looked at, as they went to the access log. */
  looks: { action: string; citizenIds: readonly string[] }[];
  ask(scope: Scope, source: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** An operation of somebody, as the routes beside the API open one. */
  open(scope: Scope): { context: DossierContext; end(): Promise<void> };
  /** Brings the rows up to what was written. */
  settled(): Promise<void>;
  /** One more officer of the ward. */
  hire(accountId: string, role: Role): Promise<void>;
  /** Other settings of the desk from now on. */
  set(settings: OneStopSettings): Promise<void>;
  /** What a mutation answers that is expected to go well. */
  done(scope: Scope, source: string, variables?: Record<string, unknown>): Promise<Record<string, string>>;
  close(): Promise<void>;
}

export interface Answer {
  data: Record<string, unknown>;
  errors: { code: string; text: string; details: Record<string, unknown> }[];
}

/** Officers of the ward, by the accounts that the scene opened for them. */
export const as = (role: 'desk' | 'civil_status' | 'leader' | 'social' | 'police' | 'auditor'): Scope => ({
  ...scopeAt(role, ward),
  accountId: accountOf(role),
});
export const stranger: Scope = scopeAt('desk', '27232');

export async function openDesk(): Promise<Desk> {
  const scene = await openScene();
  const world = ready();
  const streams = [
    oneStopStream(ward),
    calendarStream(ward),
    procedureStream(procedureId),
    ...(['desk', 'civil_status', 'leader'] as const).map((role) => `account-${accountOf(role)}`),
  ];
  await scene.record(...streams.flatMap((stream) => world.events(stream).map((event) => ({ stream, event }))));
  const projections = [accountProjection, dossiersProjection];
  const projector = createProjector({ log: scene.log, db: scene.projector, projections });
  const key = createSecretKey(randomBytes(32));
  const desk: Desk = {
    now: '2026-11-20T03:00:00.000Z',
    looks: [],
    settled: async () => void (await projector.runToHead()),
    open(scope) {
      const session = openScoped(scene.app, scope);
      const context = {
        scope: { ...scope, today: desk.now.slice(0, 10) },
        db: session.db,
        log: scene.log,
        now: () => new Date(desk.now),
        today: desk.now.slice(0, 10),
        cursors: createCursors(key, scope.accountId),
        eventContext: () => ({ actor: scope.accountId, correlation: 'test' }),
        logAccess: (look: Desk['looks'][number]) => Promise.resolve(void desk.looks.push(look)),
      };
      return { context, end: session.close };
    },
    async ask(scope, source, variables = {}) {
      await desk.settled();
      const { context, end } = desk.open(scope);
      try {
        const { data, errors = [] } = await graphql({
          schema,
          source,
          contextValue: context,
          variableValues: variables,
        });
        return {
          data: { ...data },
          errors: errors.map(({ originalError, message }) =>
            originalError instanceof RejectionError
              ? {
                  code: originalError.rejection.code,
                  text: errorText('vi', originalError.rejection),
                  details: originalError.details,
                }
              : { code: 'BROKEN', text: `${message} ${originalError?.stack ?? ''}`, details: {} },
          ),
        };
      } finally {
        await end();
      }
    },
    async hire(accountId, role) {
      const stream = `account-${accountId}`;
      const position = { accountId, positionId: randomUUID(), role, unit: ward, title: null };
      const since = { from: '2026-01-01', until: null, occurredOn: '2026-01-01' };
      const opened = { accountId, username: accountId, displayName: accountId, occurredOn: '2026-01-01' };
      await scene.record(
        { stream, event: { type: 'AccountOpened', data: opened } },
        { stream, event: { type: 'PositionGranted', data: { ...position, ...since } } },
      );
    },
    async set(settings) {
      const event = { type: 'OneStopSet', data: { ward, settings, occurredOn: desk.now.slice(0, 10) } };
      await scene.record({ stream: oneStopStream(ward), event });
    },
    async done(scope, source, variables = {}) {
      const { data, errors } = await desk.ask(scope, source, { meta: { commandId: randomUUID() }, ...variables });
      if (errors.length > 0) throw new Error(errors.map(({ code, text }) => `${code} ${text}`).join());
      return Object.values(data)[0] as Record<string, string>;
    },
    async close() {
      await projector.stop();
      await scene.close();
    },
  };
  return desk;
}
