import { RejectionError } from '@nocgia/schemas/errors.ts';
import type { Citizen, DuplicatePair, MergedRecord, Resolvers } from '@nocgia/schemas/generated/resolvers.ts';
import { mayEver } from '../../access/ability.ts';
import { batched } from '../../access/batch.ts';
import { citizenFieldGroups, maskFields } from '../../access/masking.ts';
import { pageSize, knownId } from '../../access/paging.ts';
import { rowUnits } from '../../access/row-units.ts';
import { runCommand } from '../../event-store/run-command.ts';
import { commandEnv, type RegistryContext } from '../context.ts';
import { histories } from '../timeline/queries.ts';
import { citizenStream } from './citizen-state.ts';
import { likeness, possibleDuplicates } from '../search/duplicates.ts';
import { mergeCitizens } from './merge.ts';
import { duplicatePairs, mergedInto, type MergedEntry } from './merged.ts';
import { citizensByIds, type CitizenEntry } from './queries.ts';
import { citizenType, type CitizenParent } from './type.ts';
import { meantFor, unmergeCitizens } from './unmerge.ts';

const recordsOf = batched(({ scope, db }: RegistryContext, ids: string[]) => mergedInto(scope, db, ids));

/** Throws FORBIDDEN for who could not merge anybody: likenesses say more of people than a reader of names may know. */
function mayMerge({ scope }: RegistryContext): void {
  if (!mayEver(scope, 'write', 'Citizen', 'identity')) throw new RejectionError({ code: 'FORBIDDEN' });
}

function typed(context: RegistryContext, entry: CitizenEntry): Citizen {
  return citizenType(context.scope, entry) as Citizen;
}

function recordType(context: RegistryContext, entry: MergedEntry): MergedRecord {
  const { citizen_id: citizenId, merge_id: mergeId, merged_on: mergedOn, details } = entry;
  const { fullName, birth } = maskFields(context.scope, citizenFieldGroups, details).row;
  return { mergeId, citizenId, mergedOn, fullName: fullName ?? '—', birth: birth ?? null };
}

export const mergeResolvers = {
  Query: {
    duplicates: async (_, { unit, after, first }, context) => {
      mayMerge(context);
      const { scope, db, cursors } = context;
      const { items, next } = await duplicatePairs(scope, db, await rowUnits(db, unit), {
        after: cursors.open(after, 3),
        first: pageSize(first),
      });
      const ids = [...new Set(items.flatMap((pair) => [pair.first, pair.second]))];
      const people = await citizensByIds(scope, db, ids);
      if (ids.length > 0) await context.logAccess({ action: 'list', citizenIds: ids });
      const pairs = items.flatMap((pair): DuplicatePair[] => {
        const a = people.get(pair.first);
        const b = people.get(pair.second);
        const like = a && b && likeness(a.details, b.details);
        return like ? [{ first: typed(context, a), second: typed(context, b), ...like }] : [];
      });
      return { items: pairs, nextCursor: next && cursors.seal(next) };
    },
    duplicatesOf: async (_, { citizenId }, context) => {
      mayMerge(context);
      const { scope, db } = context;
      const own = (await citizensByIds(scope, db, [knownId(citizenId)])).get(citizenId);
      if (!own) throw new RejectionError({ code: 'NOT_FOUND' });
      const found = (await possibleDuplicates(scope, db, own.details)).filter(
        ({ entry }) => entry.citizen_id !== citizenId,
      );
      const citizenIds = found.map(({ entry }) => entry.citizen_id);
      if (citizenIds.length > 0) await context.logAccess({ action: 'search', citizenIds });
      return found.map(({ entry, likeness: like }) => ({ citizen: typed(context, entry), ...like }));
    },
    unmergePreview: async (_, { survivorId, mergeId }, context) => {
      mayMerge(context);
      const { scope, db, log } = context;
      // Only of somebody whom the reader sees.
      if (!(await citizensByIds(scope, db, [knownId(survivorId)])).has(survivorId)) return null;
      const record = ((await recordsOf(context, survivorId)) ?? []).find((one) => one.merge_id === mergeId);
      if (!record) return null;
      const [own, other] = [citizenStream(survivorId), citizenStream(record.citizen_id)];
      const streams = await log.readStreams([own, other]);
      const meant = meantFor(record.citizen_id, mergeId, streams.get(own) ?? [], streams.get(other) ?? []);
      const returned = new Set(meant.map(({ id }) => id));
      const entries = (await histories(scope, db, log, 'citizen', [survivorId])).entries.get(survivorId) ?? [];
      const merged = entries.findIndex(
        ({ type, fields }) => type === 'CitizenAbsorbed' && fields.some(({ refId }) => refId === record.citizen_id),
      );
      const since = merged < 0 ? [] : entries.slice(0, merged);
      return {
        record: recordType(context, record),
        returned: since.filter(({ eventId }) => returned.has(eventId)),
        kept: since.filter(({ eventId }) => !returned.has(eventId)),
      };
    },
  },
  Citizen: {
    mergedRecords: async (parent: CitizenParent, _, context) => {
      const records = (await recordsOf(context, parent.id ?? '')) ?? [];
      return records.map((entry) => recordType(context, entry));
    },
  },
  Mutation: {
    mergeCitizens: async (_, { meta, survivorId, absorbedId }, context) => {
      const input = { survivorId: knownId(survivorId), absorbedId: knownId(absorbedId) };
      return runCommand(context, meta, 'mergeCitizens', input, mergeCitizens(input, commandEnv(context)));
    },
    unmergeCitizens: async (_, { meta, survivorId, mergeId }, context) => {
      const input = { survivorId: knownId(survivorId), mergeId: knownId(mergeId) };
      return runCommand(context, meta, 'unmergeCitizens', input, unmergeCitizens(input, commandEnv(context)));
    },
  },
} satisfies Resolvers;
