import { RejectionError } from '@nocgia/schemas/errors.ts';
import { unitNumber } from '@nocgia/schemas/events/common.ts';
import type { RatingSettings } from '@nocgia/schemas/events/rating.ts';
import type { Dossier, DossierRating, Resolvers } from '@nocgia/schemas/generated/resolvers.ts';
import { authorize, clerks } from '../../access/ability.ts';
import { displayNames } from '../../access/account/queries.ts';
import { batched } from '../../access/batch.ts';
import { isId, knownId, pageSize } from '../../access/paging.ts';
import { fieldView } from '../../access/where-scope.ts';
import { runCommand } from '../../event-store/run-command.ts';
import { commandEnv, type DossierContext } from '../context.ts';
import { candidates } from '../dossier/assignees.ts';
import { dossiersByIds } from '../dossier/queries.ts';
import { ratingCriteriaStream, ratingSettingsOf, setRatingCriteria } from './criteria.ts';
import { partFigures, wholeFigure } from './figures.ts';
import { closedMonth, monthsOf } from './period.ts';
import { procedureNames, ratingPage, ratingsOf, talliesOf, type RatingEntry } from './queries.ts';
import { emptyTally } from './score.ts';

const ratingByDossier = batched((context: DossierContext, ids: string[]) => ratingsOf(context.scope, context.db, ids));

/** What a reader may do with the answers of a ward; null: nothing. */
function partIn({ scope }: DossierContext, ward: string): 'all' | 'figures' | 'own' | null {
  if (!/^\d{5}$/.test(ward)) return null;
  const place = { ward, neighbourhood: null };
  if (authorize(scope, 'reveal', 'Rating', place) === null) return 'all';
  if (authorize(scope, 'read', 'Rating', place) !== null) return null;
  return scope.role === 'auditor' ? 'figures' : 'own';
}

/** How a ward asks now. */
export async function ratingSettings(context: Pick<DossierContext, 'log'>, ward: string): Promise<RatingSettings> {
  return ratingSettingsOf(await context.log.readStream(ratingCriteriaStream(ward)));
}

/**
 * The months of a period that the reader may ask for. The leader: any, up to today. Others: months that are closed, since two figures of a
 * group that differ by one answer would give that answer away.
 */
function asked(context: DossierContext, period: string, part: 'all' | 'figures' | 'own') {
  const months = monthsOf(period);
  if (!months || (part !== 'all' && (months.kind !== 'month' || months.to > closedMonth(context.today))))
    throw new RejectionError({ code: 'PERIOD_UNKNOWN', field: 'period' });
  return months;
}

const marksOf = (entry: RatingEntry) => Object.entries(entry.marks).map(([key, mark]) => ({ key, mark }));

/** Who stands at the counter of a ward today. */
async function postersOf({ scope, db }: DossierContext, ward: string) {
  const found = await candidates(scope, db, { ward, roles: clerks.filter((role) => role !== 'leader') });
  return found.map(({ accountId: officer, name }) => ({ officer, name })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

export const ratingQueries = {
  Query: {
    satisfaction: async (_, { ward, period }, context) => {
      const part = partIn(context, ward);
      if (part === null) return null;
      const { scope, db, today } = context;
      const months = asked(context, period, part);
      const { criteria, rankFrom, days } = await ratingSettings(context, ward);
      const tallies = await talliesOf(scope, db, { ward: unitNumber(ward), from: months.from, to: months.to });
      const officers = tallies.get('officer') ?? new Map();
      const procedures = tallies.get('procedure') ?? new Map();
      const names = new Map([
        ...(await displayNames(db, [...officers.keys()].filter(isId))),
        ...(await procedureNames(scope, db, [...procedures.keys()])),
      ]);
      const on = { nameOf: (subject: string) => names.get(subject) ?? '', criteria, rankFrom };
      const ofOfficers = partFigures(officers, on);
      return {
        ...{ ward, period, rankFrom, days, criteria: [...criteria], opens: part === 'all' },
        whole: wholeFigure(tallies.get('ward')?.get('') ?? emptyTally, '', criteria),
        officers: part === 'own' ? ofOfficers.filter(({ subject }) => subject === scope.accountId) : ofOfficers,
        procedures: part === 'own' ? [] : partFigures(procedures, on),
        posters: part === 'all' ? await postersOf(context, ward) : [],
        newest: part === 'all' ? today.slice(0, 7) : closedMonth(today),
      };
    },
    ratingAnswers: async (_, { ward, period, of, subject, after, first }, context) => {
      if (partIn(context, ward) !== 'all') throw new RejectionError({ code: 'NOT_FOUND' });
      const { scope, db, cursors } = context;
      const { from, to } = asked(context, period, 'all');
      const behind = { ward: unitNumber(ward), from, to, of, subject: subject ? knownId(subject) : null };
      const page = { after: cursors.open(after, 2), first: pageSize(first) };
      const { items, next } = await ratingPage(scope, db, behind, page);
      const names = await displayNames(db, [...new Set(items.flatMap(({ officer }) => officer ?? []))]);
      const procedures = await procedureNames(scope, db, [...new Set(items.map((one) => one.procedure_id))]);
      const dossiers = await dossiersByIds(
        scope,
        db,
        items.map((one) => one.dossier_id),
      );
      return {
        items: items.map((entry) => ({
          dossierId: entry.dossier_id,
          code: dossiers.get(entry.dossier_id)?.code ?? null,
          procedureName: procedures.get(entry.procedure_id) ?? '',
          officerName: entry.officer === null ? null : (names.get(entry.officer) ?? null),
          ...{ via: entry.via, counter: entry.counter, at: entry.rated_at, marks: marksOf(entry) },
          comment: commentFor(context, entry),
        })),
        nextCursor: next && cursors.seal(next),
      };
    },
  },
  Dossier: {
    rating: async (parent: Partial<Dossier>, _, context): Promise<DossierRating | null> => {
      const entry = await ratingByDossier(context, knownId(parent.id ?? ''));
      if (!entry) return null;
      const { via, counter, rated_at: at } = entry;
      const opens = partIn(context, parent.ward ?? '') === 'all';
      const said = opens
        ? { marks: marksOf(entry), comment: commentFor(context, entry) }
        : { marks: [], comment: null };
      const { criteria } = await ratingSettings(context, parent.ward ?? '');
      return { at, via, counter, ...said, criteria: [...criteria] };
    },
  },
  Mutation: {
    setRatingCriteria: async (_, { meta, ward, settings }, context) => {
      const { criteria, days, rankFrom } = settings;
      const input = {
        ward,
        settings: { criteria: criteria.map(({ key, vi, en }) => ({ key, vi, en })), days, rankFrom },
      };
      return runCommand(context, meta, 'setRatingCriteria', input, setRatingCriteria(input, commandEnv(context)));
    },
  },
} satisfies Resolvers;

/** A comment may name people: for who may know of whom it speaks. */
function commentFor({ scope }: DossierContext, { comment }: RatingEntry): string | null {
  return comment === null || fieldView(scope, 'identity') === 'clear' ? comment : '*****';
}
