import type { Refused, Sent } from './upload.ts';

/** A file chosen in the form of an intake, and the key of the paper that it shows; '' where it is none of those asked for. */
export interface HandedFile {
  paper: string;
  file: File;
}

const prefix = 'file-';

/** The files of a form, by its fields `file-<key of the paper>`; a field in which nothing was chosen posts an empty one. */
export function filesIn(posted: Iterable<[string, FormDataEntryValue]>): HandedFile[] {
  return [...posted].flatMap(([name, file]) =>
    name.startsWith(prefix) && typeof file !== 'string' && file.size > 0
      ? [{ paper: name.slice(prefix.length), file }]
      : [],
  );
}

/** The command that brings the n-th file of a form: the form sent again brings it again as the same command, and nothing is there twice. */
export function fileCommand(commandId: string, n: number): string {
  const last = Number.parseInt(commandId.slice(-4), 16) ^ (n + 1);
  return `${commandId.slice(0, -4)}${last.toString(16).padStart(4, '0')}`;
}

/** Sends one file to an address, with the fields that go before it. */
export type SendFile = (address: string, fields: Readonly<Record<string, string>>, file: File) => Promise<Sent>;

/**
 * Sends what was chosen in a form to the dossier that it has become, one after another. Answers the address of the dossier's page (`to`, which
 * asks something already), with how many were left out and why: `left`, `refused`, `limit`.
 */
export async function handOver(
  files: readonly HandedFile[],
  { to, commandId }: { to: string; commandId: string },
  send: SendFile,
): Promise<string> {
  const address = `/api${to.split('?')[0]}/files`;
  let left = 0;
  let why: Refused | null = null;
  for (const [n, { paper, file }] of files.entries()) {
    const sent = await send(address, { commandId: fileCommand(commandId, n), paper }, file);
    if (sent.kept) continue;
    why ??= sent;
    left += 1;
    // What is wrong with one file may not be with the next; anything else is.
    if (sent.code?.startsWith('FILE_')) continue;
    left += files.length - n - 1;
    break;
  }
  if (!why) return to;
  return `${to}&left=${left}${why.code ? `&refused=${why.code}` : ''}${why.limit ? `&limit=${why.limit}` : ''}`;
}
