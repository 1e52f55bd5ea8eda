import { RejectionError, type Rejection } from '@nocgia/schemas/errors.ts';
import type { AccessEntry, Resolvers, Unit } from '@nocgia/schemas/generated/resolvers.ts';
import type { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { LoadStreams } from '../event-store/dispatcher.ts';
import { resultText, runCommand } from '../event-store/run-command.ts';
import type { Log } from '../event-store/log.ts';
import type { EventContext } from '../event-store/port.ts';
import type { LogAccess } from './access-log/access-log.ts';
import { whoLooked } from './access-log/queries.ts';
import * as account from './account/account.ts';
import { accountOf, accountStream } from './account/account-state.ts';
import { accountById, accounts } from './account/queries.ts';
import { authorityOf } from './authority.ts';
import { accountType, viewerType } from './graphql-types.ts';
import { isId, pageSize, type Cursors } from './paging.ts';
import { narrowField, restoreField } from './narrowing/narrowing.ts';
import { fieldTableOf } from './narrowing/queries.ts';
import { revealField, revealStream, type LoadSubject } from './reveal/reveal.ts';
import type { TerritoryLookup } from './scope-of.ts';
import {
  changePassword,
  dropCredentials,
  issueOneTimePassword,
  usernameClaim,
  type KeyedHash,
} from './sign-in/credentials.ts';
import { readerOf, type Reader } from './sign-in/reader.ts';
import { choosePosition, endSessions } from './sign-in/sessions.ts';
import type { ScopedDb } from './scoped-db.ts';

/** What the resolvers of access need beside the operation's context. */
export interface AccessDeps {
  /** Logs in as nocgia_app; sessions and credentials are written through it. */
  pool: Pool;
  territory(): Promise<TerritoryLookup>;
  logAccess: LogAccess;
  /** Reads a person from their streams, for revealing a field. */
  loadSubject: LoadSubject;
}

/** The part of an operation's context that these resolvers use; `reader` is null for a `viewer` query of somebody not signed in. */
interface Context {
  reader: Reader;
  db: ScopedDb;
  log: Log;
  now(): Date;
  today: string;
  cursors: Cursors;
  claimHash: KeyedHash;
  eventContext(): EventContext;
  settled(position: string): Promise<void>;
}

function orThrow<T>(value: T | null | undefined, rejection: Rejection = { code: 'NOT_FOUND' }): T {
  if (value === null || value === undefined) throw new RejectionError(rejection);
  return value;
}

function refuseIf(rejection: Rejection | null): void {
  if (rejection) throw new RejectionError(rejection);
}

/** An id as it may go into a query; anything else is nobody's id. */
function idOf(text: string): string {
  return orThrow(isId(text) ? text : null);
}

function accountEnv(context: Context): account.AccountEnv {
  const { reader, today, claimHash } = context;
  return { may: authorityOf(reader.scope), actor: reader.account.id, today, newId: uuidv7, claimHash };
}

/** The resolvers of schemas/graphql/access.graphql, of `viewer` and of `signOutEverywhere`. */
export function accessResolvers({ pool, territory, logAccess, loadSubject }: AccessDeps) {
  const credentialsOf = (context: Context, id: string, username: string) => ({
    id,
    usernameHash: context.claimHash(usernameClaim(username)),
  });

  return {
    Query: {
      viewer: (_, __, context) => {
        const reader: Reader | null = context.reader;
        return reader && viewerType(reader, context.today);
      },
      accounts: async (_, args, context) => {
        const { reader, db, today, cursors } = context;
        const [username, id] = cursors.open(args.after, 2) ?? [];
        const after = username === undefined || id === undefined ? null : { username, id };
        const page = { text: args.text ?? null, after, first: pageSize(args.first) };
        const { items, next, total } = await accounts(reader.scope, db, page);
        const nextCursor = next && cursors.seal([next.username, next.id]);
        return { items: items.map((entry) => accountType(entry, today)), nextCursor, total };
      },
      account: async (_, { id }, { reader, db, today }) => {
        const entry = isId(id) ? await accountById(reader.scope, db, id) : null;
        return entry && accountType(entry, today);
      },
      fieldTable: async (_, { unit }, { reader, db }) => {
        const table = await fieldTableOf(reader.scope, db, unit, await territory());
        return (
          table && {
            cells: table.cells,
            narrowings: table.narrowings.map((one) => ({ ...one, unit: { code: one.unit } as Unit })),
          }
        );
      },
      whoLooked: async (_, args, { reader, db, log }) => {
        const first = pageSize(args.first);
        const before = args.after ?? null;
        if (before !== null && !/^\d{1,18}$/.test(before))
          throw new RejectionError({ code: 'FIELD_INVALID', field: 'after' });
        const looks = orThrow(
          await whoLooked(reader.scope, db, { citizenId: idOf(args.citizenId), before, first: first + 1 }),
        );
        const shown = looks.slice(0, first);
        const reveals = await log.readStreams(
          shown.flatMap(({ revealId }) => (revealId === null ? [] : [revealStream(revealId)])),
        );
        const noteOf = (revealId: string | null): string | null => {
          const fact = revealId === null ? undefined : reveals.get(revealStream(revealId))?.[0];
          return fact && 'note' in fact.data && typeof fact.data.note === 'string' ? fact.data.note : null;
        };
        const items = shown.map(({ at, displayName, title, role, action, purpose, revealId }) => ({
          at: at.toISOString(),
          displayName,
          position: title ?? role,
          action,
          purpose: purpose as AccessEntry['purpose'],
          note: noteOf(revealId),
        }));
        return { items, nextCursor: looks.length > first ? (shown.at(-1)?.id ?? null) : null };
      },
    },
    Mutation: {
      openAccount: async (_, { meta, input }, context) => {
        const { username, displayName, role, unit, title, from, until } = input;
        const position = { role, unit, title: title ?? null, from, until: until ?? null };
        const decide = account.openAccount({ username, displayName, position }, accountEnv(context));
        const outcome = await runCommand(context, meta, 'openAccount', input, decide);
        const accountId = resultText(outcome.result, 'accountId');
        // Whoever is handed the password may sign in with it at once.
        await context.settled(outcome.position);
        // A repeat must not undo the password that the first answer gave out.
        const oneTimePassword = outcome.repeated
          ? null
          : await issueOneTimePassword(pool, credentialsOf(context, accountId, username), context.now());
        return { position: outcome.position, accountId, oneTimePassword };
      },
      renameAccount: async (_, { meta, accountId, displayName }, context) => {
        const input = { accountId: idOf(accountId), displayName };
        return runCommand(context, meta, 'renameAccount', input, account.renameAccount(input, accountEnv(context)));
      },
      closeAccount: async (_, { meta, accountId }, context) => {
        const input = { accountId: idOf(accountId) };
        const outcome = await runCommand(
          context,
          meta,
          'closeAccount',
          input,
          account.closeAccount(input, accountEnv(context)),
        );
        await dropCredentials(pool, input.accountId);
        return outcome;
      },
      grantPosition: async (_, { meta, input }, context) => {
        const granted = {
          ...input,
          accountId: idOf(input.accountId),
          title: input.title ?? null,
          until: input.until ?? null,
        };
        return runCommand(context, meta, 'grantPosition', input, account.grantPosition(granted, accountEnv(context)));
      },
      endPosition: async (_, { meta, accountId, positionId, occurredOn }, context) => {
        const input = { accountId: idOf(accountId), positionId: idOf(positionId), occurredOn };
        return runCommand(context, meta, 'endPosition', input, account.endPosition(input, accountEnv(context)));
      },
      narrowField: async (_, { meta, input }, context) => {
        const narrowed = { ...input, until: input.until ?? null };
        return runCommand(context, meta, 'narrowField', input, narrowField(narrowed, accountEnv(context)));
      },
      restoreField: async (_, { meta, unit, narrowingId, occurredOn }, context) => {
        const input = { unit, narrowingId: idOf(narrowingId), occurredOn };
        return runCommand(context, meta, 'restoreField', input, restoreField(input, accountEnv(context)));
      },
      resetPassword: async (_, { accountId }, context) => {
        const state = orThrow(accountOf(await context.log.readStream(accountStream(idOf(accountId)))));
        refuseIf(account.refuseAccount(accountEnv(context), state));
        if (state.closed) throw new RejectionError({ code: 'ACCOUNT_CLOSED' });
        return {
          password: await issueOneTimePassword(pool, credentialsOf(context, accountId, state.username), context.now()),
        };
      },
      changePassword: async (_, input, context) => {
        refuseIf(await changePassword(pool, context.reader, input, context.claimHash, context.now()));
        return true;
      },
      choosePosition: async (_, { positionId }, { reader, today }) => {
        if (!(await choosePosition(pool, reader, positionId, today)))
          throw new RejectionError({ code: 'POSITION_NOT_HELD' });
        const at = { today, locale: reader.scope.locale, territory: await territory() };
        return viewerType(readerOf({ ...reader, activePositionId: positionId }, at), today);
      },
      signOutEverywhere: async (_, __, { reader }) => {
        await endSessions(pool, reader.account.id);
        return true;
      },
      revealField: async (_, { meta, citizenId, field, purpose, note }, context) => {
        const { reader, log, today } = context;
        const input = { citizenId: idOf(citizenId), field, purpose, note: note || null };
        const env = { may: authorityOf(reader.scope), accountId: reader.account.id, today, newId: uuidv7, loadSubject };
        const outcome = await runCommand(context, meta, 'revealField', input, revealField(input, env));
        await logAccess({
          at: context.now(),
          accountId: reader.account.id,
          positionId: reader.scope.positionId,
          action: 'reveal',
          citizenIds: [input.citizenId],
          purpose,
          revealId: resultText(outcome.result, 'revealId'),
        });
        const load: LoadStreams = async (streams) => {
          const found = await log.readStreams(streams);
          return new Map(streams.map((stream) => [stream, found.get(stream) ?? []]));
        };
        const subject = await loadSubject(load, input.citizenId);
        return { field, value: subject?.value(field) ?? null };
      },
    },
  } satisfies Resolvers;
}
