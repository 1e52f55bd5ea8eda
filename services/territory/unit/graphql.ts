import { RejectionError } from '@nocgia/schemas/errors.ts';
import type {
  BoundaryChangeInput,
  BoundaryChangePlan,
  NewUnitInput,
  Resolvers,
  Unit,
} from '@nocgia/schemas/generated/resolvers.ts';
import { unitNumber } from '@nocgia/schemas/events/common.ts';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { authorityOf } from '../../access/authority.ts';
import { completing } from '../../access/batch.ts';
import { isId } from '../../access/paging.ts';
import type { Cursors } from '../../access/paging.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedDb } from '../../access/scoped-db.ts';
import type { Log } from '../../event-store/log.ts';
import type { EventContext } from '../../event-store/port.ts';
import { resultText, runCommand } from '../../event-store/run-command.ts';
import {
  cancelBoundaryChange,
  planBoundaryChange,
  unitsLeft,
  unitsMade,
  type NewUnit,
  type PlanBoundaryChange,
  type ProposedChange,
} from './boundary.ts';
import { carryOut } from './effect.ts';
import type { BoundaryChangeRow, UnitRow } from './projection.ts';
import { allUnits, boundaryChanges, standsOn, unitsOf, type UnitMap } from './queries.ts';

/** The part of an operation's context that territory uses. */
export interface TerritoryContext {
  scope: Scope;
  db: ScopedDb;
  log: Log;
  today: string;
  cursors: Cursors;
  eventContext(): EventContext;
}

const unitMaps = new WeakMap<TerritoryContext, Promise<UnitMap>>();

/** All units, read once per operation. */
export function unitMap(context: TerritoryContext): Promise<UnitMap> {
  const known = unitMaps.get(context) ?? allUnits(context.scope, context.db);
  unitMaps.set(context, known);
  return known;
}

/** A unit for the API; what hangs on it is completed from its code. */
export function unitType(row: UnitRow): Partial<Unit> {
  const { code, level, name, version } = row;
  return { code, level, name, validFrom: row.valid_from, validTo: row.valid_to, version };
}

/** A unit of which only the code is known; its other fields are completed when asked for. */
export function unitByCode(code: string): Unit {
  return { code } as Unit;
}

async function rowOf(parent: Partial<Unit>, context: TerritoryContext): Promise<UnitRow> {
  const row = (await unitMap(context)).get(parent.code ?? '');
  if (!row) throw new RejectionError({ code: 'UNIT_UNKNOWN', params: { code: parent.code ?? '' } });
  return row;
}

const field = completing<Unit, TerritoryContext>(async (parent, context) => unitType(await rowOf(parent, context)));

/** A planned change for the API. */
export function planType(row: BoundaryChangeRow): Partial<BoundaryChangePlan> {
  const { change } = row;
  const parts = change.kind === 'split' ? new Map(change.into.map((part) => [part.unit.code, part])) : null;
  return {
    id: row.change_id,
    kind: change.kind,
    state: row.state,
    effectiveOn: row.effective_on,
    plannedOn: row.planned_on,
    legalBasis: row.legal_basis,
    from: unitsLeft(change).map(unitByCode),
    into: (change.kind === 'rename' ? [{ code: change.code, name: change.name }] : unitsMade(change)).map((unit) => {
      const part = parts?.get(unit.code);
      return { ...unit, streets: part?.streets ?? [], dwellings: part?.dwellings.length ?? 0 };
    }),
  };
}

function newUnit({ code, name }: NewUnitInput): NewUnit {
  return { code: code ?? null, name };
}

function proposed(input: BoundaryChangeInput): ProposedChange {
  const { establish, rename, merge, split } = input;
  const given: ProposedChange[] = [];
  if (establish) given.push({ kind: 'establish', unit: newUnit(establish) });
  if (rename) given.push({ kind: 'rename', code: rename.code, name: rename.name });
  if (merge) given.push({ kind: 'merge', from: merge.from, into: newUnit(merge.into) });
  if (split)
    given.push({
      kind: 'split',
      from: split.from,
      into: split.into.map((part) => ({ ...part, unit: newUnit(part.unit) })),
    });
  const [change, another] = given;
  if (!change || another) throw new RejectionError({ code: 'CHANGE_ONE_KIND' });
  return change;
}

async function candidates(db: ScopedDb, change: ProposedChange): Promise<string[]> {
  const codes = change.kind === 'merge' ? change.from : change.kind === 'split' ? [change.from] : [];
  if (codes.length === 0) return [];
  const found = await sql<{
    id: string;
  }>`select d.id from view.dwellings_in(${codes.map(unitNumber)}::int[]) d(id)`.execute(db);
  return found.rows.map((row) => row.id);
}

function env(context: TerritoryContext) {
  return { may: authorityOf(context.scope), today: context.today, newId: uuidv7 };
}

export const unitResolvers = {
  Query: {
    unit: async (_, { code }, context) => {
      const row = (await unitMap(context)).get(code);
      return row ? unitType(row) : null;
    },
    units: async (_, { level, asOf }, context) =>
      unitsOf(context.scope, await unitMap(context), level ?? null, asOf ?? context.today).map(unitType),
    boundaryChanges: async (_, { ward }, context) =>
      (await boundaryChanges(context.scope, context.db, ward)).map(planType),
  },
  Unit: {
    level: field('level'),
    name: field('name'),
    validFrom: field('validFrom'),
    validTo: field('validTo'),
    version: field('version'),
    parent: async (parent, _, context) => {
      const row = await rowOf(parent, context);
      return row.parent === null ? null : unitByCode(row.parent);
    },
    predecessors: async (parent, _, context) => (await rowOf(parent, context)).predecessors.map(unitByCode),
    successors: async (parent, _, context) => (await rowOf(parent, context)).successors.map(unitByCode),
    children: async (parent, _, context) =>
      [...(await unitMap(context)).values()]
        .filter((row) => row.parent === parent.code && standsOn(row, context.today))
        .map(unitType),
  },
  Mutation: {
    planBoundaryChange: async (_, { meta, input }, context) => {
      const change = proposed(input);
      const { ward, effectiveOn } = input;
      const plan: PlanBoundaryChange = { ward, effectiveOn, legalBasis: input.legalBasis ?? null, change };
      const planned = await runCommand(
        context,
        meta,
        'planBoundaryChange',
        input,
        planBoundaryChange(plan, env(context)),
      );
      const changeId = resultText(planned.result, 'changeId');
      if (effectiveOn > context.today) return { position: planned.position, changeId, state: 'planned' };
      const effect = { ward, changeId, today: context.today, candidates: await candidates(context.db, change) };
      const done = await carryOut(context.log, { ...context.eventContext(), causation: meta.commandId }, effect, true);
      if (!done.ok) throw new RejectionError(done.rejection);
      return { position: done.position, changeId, state: 'effective' };
    },
    cancelBoundaryChange: async (_, { meta, ward, changeId, reason }, context) => {
      if (!isId(changeId)) throw new RejectionError({ code: 'CHANGE_NOT_PLANNED' });
      const input = { ward, changeId, reason };
      return runCommand(context, meta, 'cancelBoundaryChange', input, cancelBoundaryChange(input, env(context)));
    },
  },
} satisfies Resolvers;
