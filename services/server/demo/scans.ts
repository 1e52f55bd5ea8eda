import { dayInVietnam } from '@nocgia/schemas/days.ts';
import { systemAuthority } from '../../access/authority.ts';
import type { CommandEnv, Decider } from '../../dossiers/command-env.ts';
import { dossierStream } from '../../dossiers/dossier/dossier-state.ts';
import { addFile } from '../../dossiers/dossier/files.ts';
import { printPaper } from '../../dossiers/dossier/printing.ts';
import { settleFile, storeFile } from '../../dossiers/file/store.ts';
import type { FileDeps } from '../../dossiers/file/deps.ts';
import { derivedId } from '../../event-store/derived-id.ts';
import { pdfOf } from '../../papers/pdf/render.ts';

/** A dossier of the demo desk that is under way: what its owner handed in, and when it came to where it is. */
export interface UnderWay {
  dossierId: string;
  owner: string;
  procedure: string;
  /** Key and name of the paper that was scanned. */
  paper: { key: string; name: string };
  at: string;
}

/** Commands that each of them takes. */
export const SCAN_COMMANDS = 2;

/** Every dossier gets the scan of one paper, made up like its owner, and its slip printed once; by the officer at the desk. */
export async function attachScans(
  files: FileDeps,
  dossiers: readonly UnderWay[],
  given: { desk: string | undefined; execute(name: string, decide: Decider, actor?: string): Promise<unknown> },
): Promise<void> {
  for (const { dossierId, owner, procedure, paper, at } of dossiers) {
    const env: CommandEnv = {
      may: systemAuthority,
      accountId: given.desk ?? null,
      role: 'desk',
      now: at,
      today: dayInVietnam(new Date(at)),
      newId: () => derivedId(dossierId, 'slip'),
    };
    const of = { dossierId, fileId: derivedId(dossierId, 'scan') };
    const bytes = await pdfOf({
      ...({ sheet: 'A4', title: paper.name, code: 'Dữ liệu giả lập', print: 1, at: new Date(at) } as const),
      blocks: [
        { kind: 'title', name: 'TỜ KHAI (BẢN QUÉT MẪU)' },
        { kind: 'field', label: 'Giấy tờ', value: paper.name },
        { kind: 'field', label: 'Họ và tên', value: [{ text: owner, bold: true }] },
        { kind: 'field', label: 'Đề nghị', value: procedure },
        { kind: 'text', text: 'Giấy này do phần mềm tạo ra để chạy thử, không phải giấy tờ của ai.', align: 'center' },
      ],
    });
    const { mediaType, bytes: length, hash } = await storeFile(files, of, pieces(bytes));
    const scanned = { ...of, paper: paper.key, name: 'Bản quét.pdf', mediaType, bytes: length, hash } as const;
    await given.execute(
      `scan ${dossierId}`,
      async (load) => {
        const stream = dossierStream(dossierId);
        const expectedVersion = (await load([stream])).get(stream)?.length ?? 0;
        return addFile({ ...scanned, from: 'officer', expectedVersion }, env)(load);
      },
      given.desk,
    );
    await settleFile(files.disk, of);
    await given.execute(`slip ${dossierId}`, printPaper({ dossierId, form: 'm01', requestId: null }, env), given.desk);
  }
}

async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
