import { matterNumber } from '@nocgia/schemas/code-lists/matters.ts';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import { instantOf, numberOfDay } from '@nocgia/schemas/days.ts';
import { codeOfUnit, unitNumber } from '@nocgia/schemas/events/common.ts';
import type { Dossier, Procedure, Resolvers } from '@nocgia/schemas/generated/resolvers.ts';
import { authorize, clerks } from '../../access/ability.ts';
import { displayNames } from '../../access/account/queries.ts';
import { batched } from '../../access/batch.ts';
import { isId, knownId, pageSize } from '../../access/paging.ts';
import { fieldView } from '../../access/where-scope.ts';
import type { RecordedEvent } from '../../event-store/log.ts';
import { wardCalendar, type DossierContext } from '../context.ts';
import { stepOf } from '../procedure/procedure.ts';
import { procedureVersions, type ProcedureEntry } from '../procedure/queries.ts';
import { procedureType, termType } from '../procedure/type.ts';
import { candidates } from './assignees.ts';
import { dossierStream } from './dossier-state.ts';
import { historyOf } from './history.ts';
import { dossierMutations } from './mutations.ts';
import { countDossiers, dossierPage } from './drawers.ts';
import { dossiersByIds, dossiersOfOwners, dossierWithCode, likelySame, type DossierEntry } from './queries.ts';
import { isLikelyLate, isStuck } from './pressing.ts';
import { registerPage } from './register.ts';
import { pastProcedure } from '../past/procedure.ts';
import { marksFor } from './usual.ts';
import { clockOf, dossierType, type DossierParent } from './type.ts';

/** A dossier that the reader may see; the look is logged once per operation. */
const dossierById = batched((context: DossierContext, ids: string[]) =>
  dossiersByIds(context.scope, context.db, ids.filter(isId)),
);

const dossiersByOwner = batched((context: DossierContext, ids: string[]) =>
  dossiersOfOwners(context.scope, context.db, ids),
);

const versionByKey = batched((context: DossierContext, keys: string[]) =>
  procedureVersions(
    context.scope,
    context.db,
    keys.map((key) => ({ procedureId: key.slice(0, 36), version: Number(key.slice(37)) })),
  ),
);

const nameById = batched((context: DossierContext, ids: string[]) => displayNames(context.db, ids));

/** The courses of dossiers with the names that stand in them: one look at the log and one at the accounts for all of an operation. */
const courseById = batched(async (context: DossierContext, ids: string[]) => {
  const found = await context.log.readStreams(ids.map(dossierStream));
  const accounts = [...found.values()]
    .flat()
    .flatMap(({ context: { actor }, data }) => [
      actor,
      ...('accountId' in data && typeof data.accountId === 'string' ? [data.accountId] : []),
    ]);
  const names = await displayNames(context.db, [...new Set(accounts.filter(isId))]);
  return new Map(ids.map((id) => [id, { events: found.get(dossierStream(id)) ?? [], names }]));
});

interface Course {
  events: readonly RecordedEvent[];
  names: ReadonlyMap<string, string>;
}

/** Display name of who recorded the fact of a type that names an id. */
function actorsOf(course: Course | undefined, key: 'fileId' | 'paperId', type: string): (id?: string) => string | null {
  const actors = new Map(
    (course?.events ?? []).flatMap((event) =>
      event.type === type ? [[(event.data as Record<string, unknown>)[key], event.context.actor] as const] : [],
    ),
  );
  return (id) => course?.names.get(actors.get(id) ?? '') ?? null;
}

async function versionOf(context: DossierContext, entry: DossierEntry): Promise<ProcedureEntry> {
  if (entry.past) return pastProcedure(entry, entry.past);
  const version = await versionByKey(context, `${entry.procedure_id}/${entry.procedure_version}`);
  if (!version) throw new RejectionError({ code: 'PROCEDURE_UNKNOWN' });
  return version;
}

/** How a dossier's clock stands now, reckoned once for all the fields that ask. */
const clocks = new WeakMap<DossierEntry, Promise<ReturnType<typeof clockOf>>>();
function clockFor(context: DossierContext, entry: DossierEntry): Promise<ReturnType<typeof clockOf>> {
  const known =
    clocks.get(entry) ??
    Promise.all([wardCalendar(context, codeOfUnit(entry.ward)), marksFor(context)]).then(([at, marks]) => {
      const clock = clockOf(entry, context.now().toISOString(), (version) => at(version).calendar);
      if (marks === null || (clock.pace !== 'in_time' && clock.pace !== 'likely_late')) return clock;
      return { ...clock, pace: isLikelyLate(entry, marks) ? ('likely_late' as const) : ('in_time' as const) };
    });
  clocks.set(entry, known);
  return known;
}

/** Whoever sees a list of dossiers has looked at their owners. */
async function seen(
  context: DossierContext,
  action: 'list' | 'open' | 'search',
  entries: readonly DossierEntry[],
): Promise<void> {
  const citizenIds = [...new Set(entries.flatMap(({ owner_id: id }) => (id ? [id] : [])))];
  if (citizenIds.length > 0) await context.logAccess({ action, citizenIds });
}

const typed = (context: DossierContext, entries: readonly DossierEntry[]): Dossier[] =>
  entries.map((entry) => dossierType(context.scope, entry)) as Dossier[];

export const dossierResolvers = {
  Query: {
    dossier: async (_, { id }, context) => {
      const entry = isId(id) ? await dossierById(context, id) : undefined;
      if (!entry) return null;
      await seen(context, 'open', [entry]);
      return dossierType(context.scope, entry) as Dossier;
    },
    dossierByCode: async (_, { code }, context) => {
      const entry = await dossierWithCode(context.scope, context.db, code.trim().toUpperCase());
      if (!entry) return null;
      await seen(context, 'open', [entry]);
      return dossierType(context.scope, entry) as Dossier;
    },
    dossiers: async (_, { drawer, whose, pace, matter, text, after, first }, context) => {
      const marks = pace ? await marksFor(context) : null;
      if (pace && !marks) return { items: [], nextCursor: null };
      const filter = {
        drawer,
        whose: whose ?? 'unit',
        pace: pace && marks ? { kind: pace, marks } : null,
        matter: matter ? matterNumber(matter) : null,
        text: text ?? '',
      };
      const { scope, db, cursors } = context;
      const page = { after: cursors.open(after, 2), first: pageSize(first) };
      const { items, next } = await dossierPage(scope, db, filter, page);
      await seen(context, filter.text === '' ? 'list' : 'search', items);
      return { items: typed(context, items), nextCursor: next && cursors.seal(next) };
    },
    dossierRegister: async (_, { ward, from, to, after, first }, context) => {
      const { scope, db, cursors } = context;
      const number = /^\d{5}$/.test(ward) ? unitNumber(ward) : Number.NaN;
      if (!scope.wards.includes(number)) throw new RejectionError({ code: 'NOT_FOUND' });
      const startOf = (day: number): string => new Date(instantOf(day, 0)).toISOString();
      const asked = { ward: number, from: startOf(numberOfDay(from)), until: startOf(numberOfDay(to) + 1) };
      const page = { after: cursors.open(after, 2), first: pageSize(first) };
      const { items, next } = await registerPage(scope, db, asked, page);
      await seen(context, 'list', items);
      return { items: typed(context, items), nextCursor: next && cursors.seal(next) };
    },
    dossierCounts: async (_, __, context) => countDossiers(context.scope, context.db, await marksFor(context)),
    likelySameDossiers: async (_, { procedureId, ownerId, nationalId }, context) => {
      if (!isId(procedureId) || (ownerId && !isId(ownerId))) return [];
      const asked = { procedureId, ownerId: ownerId ?? null, nationalId: nationalId?.trim() || null };
      const found = await likelySame(context.scope, context.db, asked);
      await seen(context, 'search', found);
      return typed(context, found);
    },
    dossierOfficers: async (_, __, { scope, db }) => {
      const ward = scope.wards[0];
      if (ward === undefined || (scope.role !== 'leader' && scope.role !== 'desk')) return [];
      return candidates(scope, db, { ward: codeOfUnit(ward), roles: clerks });
    },
    dossierAssignees: async (_, { dossierId, step }, context) => {
      const entry = await dossierById(context, knownId(dossierId));
      const held = entry && stepOf((await versionOf(context, entry)).content, step);
      const place = entry && { ward: entry.ward, neighbourhood: null, matter: entry.matter };
      if (!place || !held || authorize(context.scope, 'write', 'Dossier', place) !== null) return [];
      return candidates(context.scope, context.db, { ward: codeOfUnit(entry.ward), roles: held.roles });
    },
  },
  DossierOutcome: {
    dossier: async ({ dossierId }, _, context) => {
      const entry = dossierId === undefined ? undefined : await dossierById(context, dossierId);
      return entry ? (dossierType(context.scope, entry) as Dossier) : null;
    },
  },
  Dossier: {
    procedure: async (parent, _, context) => procedureType(await versionOf(context, entryOf(parent))) as Procedure,
    step: async (parent, _, context) => {
      const entry = entryOf(parent);
      const step = entry.step === null ? undefined : stepOf((await versionOf(context, entry)).content, entry.step);
      return step ? { ...step, term: termType(step.term) } : null;
    },
    assignee: async (parent, _, context) => {
      const { assignee } = entryOf(parent);
      const name = assignee === null ? undefined : await nameById(context, assignee);
      return assignee !== null && name !== undefined ? { accountId: assignee, name, open: 0 } : null;
    },
    pace: async (parent, _, context) => (await clockFor(context, entryOf(parent))).pace,
    stuck: async (parent, _, context) => {
      const marks = await marksFor(context);
      return marks !== null && isStuck(entryOf(parent), marks);
    },
    hoursLeft: async (parent, _, context) => (await clockFor(context, entryOf(parent))).hoursLeft,
    warnings: async (parent, _, context) => (await clockFor(context, entryOf(parent))).warnings,
    files: async (parent, _, context) => {
      const files = parent.files ?? [];
      const course = files.length > 0 ? await courseById(context, entryOf(parent).dossier_id) : undefined;
      const by = actorsOf(course, 'fileId', 'DossierFileAdded');
      return files.map((one) => ({ ...one, by: by(one.fileId) }));
    },
    prints: async (parent, _, context) => {
      const prints = parent.prints ?? [];
      const course = prints.length > 0 ? await courseById(context, entryOf(parent).dossier_id) : undefined;
      const by = actorsOf(course, 'paperId', 'DossierPaperPrinted');
      return prints.map((one) => ({ ...one, by: by(one.paperId) }));
    },
    timeline: async (parent, _, context) => {
      const entry = entryOf(parent);
      const { events, names } = (await courseById(context, entry.dossier_id)) ?? { events: [], names: new Map() };
      const whole = historyOf(events, names, (await versionOf(context, entry)).content.steps);
      // What officers write may name people.
      return fieldView(context.scope, 'identity') === 'clear' ? whole : whole.map((one) => ({ ...one, note: null }));
    },
  },
  Citizen: {
    // Who reads of a person has looked at them, and that is noted where the person is read.
    dossiers: async (parent, _, context) =>
      typed(context, (await dossiersByOwner(context, knownId(parent.id ?? ''))) ?? []),
  },
  Mutation: dossierMutations,
} satisfies Resolvers;

/** The row behind a dossier on its way; a dossier is never given out without it. */
function entryOf(parent: Partial<Dossier> & Partial<DossierParent>): DossierEntry {
  if (!parent.entry) throw new Error('a dossier without its row');
  return parent.entry;
}
