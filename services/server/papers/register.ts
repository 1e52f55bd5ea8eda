import { RejectionError } from '@nocgia/schemas/errors.ts';
import { oneStopOf, oneStopStream } from '../../dossiers/one-stop/one-stop.ts';
import type { Log } from '../../event-store/log.ts';
import { PRINTED_ROWS, registerPaper, type Period, type RegisterRow } from '../../papers/forms/register.ts';
import { pdfOf } from '../../papers/pdf/render.ts';
import { placeOf } from './dossier-paper.ts';

/** A dossier as the register's operation answers it, masked for the reader. */
export interface RegisteredDossier {
  code: string | null;
  owner: { name: string; phone: string | null; address: string | null } | null;
  procedure: { name: string; fieldName: string };
  papers: { copies: number; source: string }[];
  receivedAt: string;
  dueAt: string | null;
  returnBy: RegisterRow['returnBy'];
  returned: { at: string; receivedBy: string | null } | null;
}

/** Rows of form 07 from dossiers as they come. */
export async function* registerRows(dossiers: AsyncIterable<RegisteredDossier>): AsyncGenerator<RegisterRow> {
  for await (const { code, owner, procedure, papers, returned, ...rest } of dossiers)
    yield {
      ...{ receivedAt: rest.receivedAt, dueAt: rest.dueAt, returnBy: rest.returnBy },
      code: code ?? '',
      procedure: procedure.name,
      papers: papers.reduce((sum, { copies, source }) => sum + (source === 'brought' ? copies : 0), 0),
      ...{ owner: owner?.name ?? null, address: owner?.address ?? null, phone: owner?.phone ?? null },
      part: procedure.fieldName,
      ...{ returnedAt: returned?.at ?? null, receivedBy: returned?.receivedBy ?? null },
    };
}

/** The bytes of form 07 to print, up to `PRINTED_ROWS` dossiers (REGISTER_TOO_LONG); `lookup`: the address that prints it anew. */
export async function registerPdf(
  { log, now, officer }: { log: Log; now: Date; officer: string },
  { code, name }: { code: string; name: string },
  asked: { period: Period; rows: AsyncIterable<RegisterRow>; lookup: string },
): Promise<Buffer> {
  const settings = oneStopOf(await log.readStream(oneStopStream(code)));
  if (!settings) throw new RejectionError({ code: 'ONE_STOP_NOT_SET' });
  const rows: RegisterRow[] = [];
  for await (const row of asked.rows) if (rows.push(row) > PRINTED_ROWS) break;
  const context = {
    ward: name,
    place: placeOf(name),
    desk: { name: settings.deskName, address: settings.address, phone: settings.phone },
    officer: { name: officer, phone: null },
    // The register is of no one procedure.
    procedure: { code: '', name: '', term: null },
    number: null,
    lookup: asked.lookup,
    paperCode: `M07 · ${asked.period.from} – ${asked.period.to}`,
    print: 1,
    now,
  };
  return pdfOf(registerPaper(context, asked.period, rows));
}
