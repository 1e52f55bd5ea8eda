import type { DossierEvent } from '@nocgia/schemas/events/dossier.ts';
import type { ProcedureContent } from '@nocgia/schemas/events/procedure.ts';
import type { RecordedEvent } from '../../event-store/log.ts';
import type { Row } from '../../projection/projection.ts';
import { foldDossier, type Rows } from './projection.ts';
import type { DossierRow } from './rows.ts';

/**
 * The row of a dossier as its stream adds up to it, at a version or at its newest: the very fold of the projection, so that a paper of
 * then says what pages said. `content`: the version of its procedure. Null before its first fact.
 */
export function rowAt(
  events: readonly RecordedEvent[],
  content: ProcedureContent,
  version = Number.POSITIVE_INFINITY,
): DossierRow | null {
  let row: Row | undefined;
  const rows: Rows = {
    get: <R extends Row>(table: string) => (table === 'dossiers' ? row : { content }) as Readonly<R> | undefined,
    put: (_, next) => {
      row = next;
    },
  };
  for (const event of events) if (event.version <= version) foldDossier(factOf(event), event, rows);
  return (row as DossierRow | undefined) ?? null;
}

const factOf = (event: object): DossierEvent => event as DossierEvent;
