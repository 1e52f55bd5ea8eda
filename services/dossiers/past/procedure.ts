import { matterOf } from '@nocgia/schemas/code-lists/matters.ts';
import type { PastRowPart } from '../dossier/rows.ts';
import type { ProcedureEntry } from '../procedure/queries.ts';

type Of = { procedure_id: string; ward: number; matter: number; received_at: string | null };

/**
 * What stands for the procedure of a dossier that another software has led: its name as the file has it. Which version held then, with which
 * steps, papers and fees, nobody knows, and none is made up.
 */
export function pastProcedure({ procedure_id, ward, matter, received_at }: Of, past: PastRowPart): ProcedureEntry {
  return {
    procedure_id,
    ward,
    code: past.procedureCode ?? '—',
    version: 0,
    valid_from: (received_at ?? '1970-01-01').slice(0, 10),
    ended_on: null,
    newest: 0,
    former_term: null,
    content: {
      name: past.procedureName,
      matter: matterOf(matter),
      fieldName: '—',
      onlineLevel: 'none',
      partialReason: null,
      formerLevel: null,
      proactiveLevel: 0,
      term: null,
      cutoff: false,
      fees: [],
      papers: [],
      resultName: null,
      resultCode: null,
      legalBasis: null,
      decision: null,
      onTheSpot: false,
      competence: 'ward',
      steps: [],
      settlement: null,
    },
  };
}
