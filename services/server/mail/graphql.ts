import type { DossierNotice, DossierNotices, Resolvers } from '@nocgia/schemas/generated/resolvers.ts';
import { sql, type SqlBool } from 'kysely';
import { batched } from '../../access/batch.ts';
import { knownId } from '../../access/paging.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedDb } from '../../access/scoped-db.ts';
import { commandEnv } from '../../dossiers/context.ts';
import { dossierStream } from '../../dossiers/dossier/dossier-state.ts';
import { noticesOf, setNotices } from '../../dossiers/dossier/notices.ts';
import type { Log } from '../../event-store/log.ts';
import { runCommand } from '../../event-store/run-command.ts';
import { reasonText } from '../signing/queries.ts';

type Tables = {
  'app.notices': {
    dossier_id: string;
    position: string;
    state: DossierNotice['state'];
    queued_at: Date;
    tries: number;
    last_try_at: Date | null;
    next_try_at: Date;
    reason: string | null;
    sent_at: Date | null;
  };
};

/** Letters about dossiers which the reader may see: how many of each state, and the latest. */
async function readNotices(scope: Scope, db: ScopedDb, ids: readonly string[]) {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('app.notices as n')
    .select(['n.dossier_id', 'n.state', 'n.queued_at', 'n.tries', 'n.last_try_at', 'n.next_try_at', 'n.reason'])
    .select('n.sent_at')
    .where(sql<SqlBool>`n.dossier_id = any(${ids}::uuid[])`)
    .orderBy('n.position')
    .execute();
  return new Map(
    ids.map((id) => {
      const own = rows.filter((row) => row.dossier_id === id);
      const last = own.at(-1);
      const count = (state: DossierNotice['state']): number => own.filter((row) => row.state === state).length;
      const shown: DossierNotice | null = last
        ? {
            ...{ state: last.state, queuedAt: last.queued_at.toISOString(), tries: last.tries },
            lastTryAt: last.last_try_at?.toISOString() ?? null,
            nextTryAt: last.state === 'waiting' ? last.next_try_at.toISOString() : null,
            sentAt: last.sent_at?.toISOString() ?? null,
            reason: reasonText(scope, last.reason, null),
          }
        : null;
      return [id, { sent: count('sent'), waiting: count('waiting'), failed: count('failed'), last: shown }];
    }),
  );
}

const noticesById = batched(async (context: { scope: Scope; db: ScopedDb; log: Log }, ids: string[]) => {
  const letters = await readNotices(context.scope, context.db, ids);
  const streams = await context.log.readStreams(ids.map(dossierStream));
  return new Map(
    ids.map((id) => {
      const { wanted, address } = noticesOf(streams.get(dossierStream(id)) ?? []);
      const sent = letters.get(id) ?? { sent: 0, waiting: 0, failed: 0, last: null };
      return [id, { ...sent, wanted, hasAddress: address !== null }];
    }),
  );
});

/** Resolvers of `schemas/graphql/notices.graphql`. `configured`: whether there is a mail server. */
export function noticeResolvers(configured: boolean) {
  return {
    Dossier: {
      notices: async (parent, _, context): Promise<DossierNotices> => {
        const none = { sent: 0, waiting: 0, failed: 0, last: null, wanted: false, hasAddress: false };
        return { configured, ...((await noticesById(context, knownId(parent.id ?? ''))) ?? none) };
      },
    },
    Mutation: {
      setDossierNotices: async (_, { meta, on, mail }, context) => {
        const input = { dossierId: knownId(on.dossierId), expectedVersion: on.expectedVersion, mail };
        return runCommand(context, meta, 'setDossierNotices', input, setNotices(input, commandEnv(context)));
      },
    },
  } satisfies Resolvers;
}
