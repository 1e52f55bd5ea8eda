import { RejectionError } from '@nocgia/schemas/errors.ts';
import { codeOfUnit, unitNumber } from '@nocgia/schemas/events/common.ts';
import type { FollowedDossier, Resolvers } from '@nocgia/schemas/generated/resolvers.ts';
import { displayNames } from '../../access/account/queries.ts';
import { isId } from '../../access/paging.ts';
import { runCommand } from '../../event-store/run-command.ts';
import { dossierStream } from '../dossier/dossier-state.ts';
import { withdrawDossier } from '../dossier/ending.ts';
import { supplyPapers } from '../dossier/waiting.ts';
import { oneStopOf, oneStopStream } from '../one-stop/one-stop.ts';
import { asPublic, publicEnv, type PublicContext } from '../public/context.ts';
import { wardsWithProcedures } from '../public/queries.ts';
import { uploadToken } from '../upload/capability.ts';
import { uploadsByDossier } from '../upload/queries.ts';
import { uploadType } from '../upload/graphql.ts';
import { evenly } from './even.ts';
import type { Door } from './find.ts';
import { followedBy } from './followed.ts';
import { holderToken } from './holder.ts';
import { isSecondFactor } from './second-factor.ts';
import { followedType, takenFiles } from './type.ts';

/** Tries in an hour: from one address, behind which a whole network of phones may stand; and about one code. */
const limits = { address: 60, code: 10 } as const;

async function count(context: PublicContext, code: string): Promise<void> {
  const counted = [
    await context.countFromAddress('follow', limits.address),
    await context.countAbout(`follow:${code.trim().toUpperCase()}`, limits.code),
  ];
  const wait = Math.max(...counted.map((one) => one.wait));
  if (wait > 0) throw new RejectionError({ code: 'PUBLIC_LIMIT', params: { minutes: Math.ceil(wait / 60) } });
}

/** The dossier that a code and its second factor open; null, as slowly, for a code that is none and for digits that are not its own. */
async function opened(context: PublicContext, door: Door, code: string, digits: string): Promise<string | null> {
  const wards = (await wardsWithProcedures(context.scope, context.db)).map(({ ward }) => unitNumber(ward));
  const candidates = await door.byCode(wards, code);
  const read = await context.log.readStreams(candidates.map(dossierStream));
  return candidates.find((id) => isSecondFactor(read.get(dossierStream(id)) ?? [], digits)) ?? null;
}

/** What anybody may do about a dossier whose code and second factor they know. `door`: finds dossiers by code. */
export const followResolvers = (door: Door) =>
  ({
    Query: {
      followed: async (_, { token }, context) => {
        const found = await followedBy(context, token);
        const { row, events } = found;
        const { scope, db, log, publicHash, now } = context;
        const ward = codeOfUnit(row.ward);
        const accounts = [row.assignee ?? '', ...events.map((event) => event.context.actor)].filter(isId);
        const names = await displayNames(db, [...new Set(accounts)]);
        const wards = await wardsWithProcedures(scope, db);
        const uploads = (await uploadsByDossier(scope, db, [row.dossier_id])).get(row.dossier_id) ?? [];
        const shown = followedType(found, {
          wardName: wards.find((one) => one.ward === ward)?.name ?? '',
          desk: oneStopOf(await log.readStream(oneStopStream(ward))),
          nameOf: (account) => names.get(account) ?? null,
        });
        return {
          ...shown,
          uploads: [...takenFiles(row), ...uploads.map((entry) => uploadType(entry, scope.locale))],
          uploadToken: shown.awaited ? uploadToken(publicHash, row.dossier_id, now()) : null,
        } as FollowedDossier;
      },
    },
    Mutation: {
      openFollow: async (_, { code, digits }, context) => {
        await count(context, code);
        const dossierId = await evenly(() => opened(context, door, code, digits.trim()));
        if (dossierId === null) throw new RejectionError({ code: 'FOLLOW_UNKNOWN', field: 'code' });
        return { token: holderToken(context.publicHash, dossierId, context.now()) };
      },
      answerPapers: async (_, { meta, token, note }, context) => {
        const { row } = await followedBy(context, token);
        const said = note?.trim().replace(/\s+/g, ' ') || null;
        const request = row.requests.findLast(({ suppliedAt }) => suppliedAt === null);
        const waiting = (await uploadsByDossier(context.scope, context.db, [row.dossier_id])).get(row.dossier_id) ?? [];
        const sent = [
          ...waiting.filter(({ state }) => state !== 'refused').map((one) => one.sent_at),
          ...takenFiles(row).map((one) => one.at),
        ];
        // By law the clock runs again when what was asked for has come; whether it is enough is for the officer to say, and to ask anew.
        if (request && said === null && !sent.some((at) => at >= request.at))
          throw new RejectionError({ code: 'ANSWER_EMPTY', field: 'note' });
        const asked = { dossierId: row.dossier_id, channel: 'online' as const, note: said };
        const decide = supplyPapers({ ...asked, expectedVersion: null }, publicEnv(context));
        return runCommand(asPublic(context), meta, 'answerPapers', asked, decide);
      },
      withdrawFollowed: async (_, { meta, token, reason }, context) => {
        const { row } = await followedBy(context, token);
        const asked = { dossierId: row.dossier_id, reason: reason?.trim().replace(/\s+/g, ' ') || null };
        const decide = withdrawDossier({ ...asked, expectedVersion: null }, publicEnv(context));
        return runCommand(asPublic(context), meta, 'withdrawFollowed', asked, decide);
      },
    },
  }) satisfies Resolvers;
