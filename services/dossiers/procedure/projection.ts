import { matterNumber } from '@nocgia/schemas/code-lists/matters.ts';
import { unitNumber } from '@nocgia/schemas/events/common.ts';
import type { ProcedureContent, ProcedureEvent } from '@nocgia/schemas/events/procedure.ts';
import { foldName } from '@nocgia/schemas/text/fold.ts';
import { textSortKey } from '@nocgia/schemas/text/sort-key.ts';
import type { Overlay, Table, Touch } from '../../projection/projection.ts';

/** A row of `view.procedures`: one per ward and code. */
export type ProcedureRow = {
  procedure_id: string;
  ward: number;
  code: string;
  newest: number;
  ended_on: string | null;
};

/** A row of `view.procedure_versions`; nothing personal in it, so that the public reads it too. */
export type ProcedureVersionRow = {
  procedure_id: string;
  version: number;
  ward: number;
  code: string;
  matter: number;
  valid_from: string;
  name: string;
  name_key: string;
  /** Name and field folded, for search. */
  folded: string;
  content: ProcedureContent;
};

export const proceduresTable: Table = {
  name: 'procedures',
  columns: {
    procedure_id: { type: 'uuid' },
    ward: { type: 'int' },
    code: { type: 'text_c' },
    newest: { type: 'int' },
    ended_on: { type: 'date', nullable: true },
  },
  key: ['procedure_id'],
  lookups: [],
  indexes: ['(ward, code)'],
  policy: { by: 'open' },
};

export const procedureVersionsTable: Table = {
  name: 'procedure_versions',
  columns: {
    procedure_id: { type: 'uuid' },
    version: { type: 'int' },
    ward: { type: 'int' },
    code: { type: 'text_c' },
    matter: { type: 'int' },
    valid_from: { type: 'date' },
    name: { type: 'text' },
    name_key: { type: 'text_c' },
    folded: { type: 'text_c' },
    content: { type: 'jsonb' },
  },
  key: ['procedure_id', 'version'],
  lookups: [],
  indexes: ['(ward, matter, name_key)'],
  policy: { by: 'open' },
};

export const procedureTypes = ['ProcedurePublished', 'ProcedureEnded'];

/** Rows that an event of a procedure needs. */
export function procedureTouches(fact: ProcedureEvent): Touch[] {
  return [{ table: 'procedures', key: [fact.data.procedureId] }];
}

/** A procedure's event onto its rows. */
export function foldProcedure(fact: ProcedureEvent, rows: Overlay): void {
  const { procedureId } = fact.data;
  if (fact.type === 'ProcedureEnded') {
    const row = rows.get<ProcedureRow>('procedures', procedureId);
    if (row) rows.put('procedures', { ...row, ended_on: fact.data.occurredOn });
    return;
  }
  const { code, version, validFrom, content } = fact.data;
  const ward = unitNumber(fact.data.ward);
  const procedure: ProcedureRow = { procedure_id: procedureId, ward, code, newest: version, ended_on: null };
  rows.put('procedures', procedure);
  const row: ProcedureVersionRow = {
    procedure_id: procedureId,
    version,
    ward,
    code,
    matter: matterNumber(content.matter),
    valid_from: validFrom,
    name: content.name,
    name_key: textSortKey(content.name),
    folded: foldName(`${content.name} ${content.fieldName}`),
    content,
  };
  rows.put('procedure_versions', row);
}
