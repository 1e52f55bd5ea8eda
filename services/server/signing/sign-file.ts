import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import { v7 as uuidv7 } from 'uuid';
import { accountOf, accountStream } from '../../access/account/account-state.ts';
import type { HeldPosition } from '../../access/scope-of.ts';
import type { CommandEnv, Decider } from '../../dossiers/command-env.ts';
import { signResult, toSign, type ToSign } from '../../dossiers/dossier/signing.ts';
import type { FileDeps } from '../../dossiers/file/deps.ts';
import { dropFile, openFile, settleFile, storeFile, type FileOf } from '../../dossiers/file/store.ts';
import { refuse } from '../../event-store/deciding.ts';
import type { LoadStreams } from '../../event-store/dispatcher.ts';
import type { Log } from '../../event-store/log.ts';
import type { EventContext, Position } from '../../event-store/port.ts';
import { resultText, runCommand } from '../../event-store/run-command.ts';
import { holderOf, mayBeOf } from '../../papers/sign/holder.ts';
import type { Signer } from '../../papers/sign/signer.ts';
import { signPdf } from '../../papers/sign/sign-pdf.ts';
import { unitOf, unitStream } from '../../territory/unit/unit.ts';

/** Who signs, as the block on the page says it. */
export interface Signatory {
  name: string;
  position: string;
}

/** Name, user name and post of an officer in a position that they hold: `Chủ tịch Ủy ban nhân dân Phường Phú Thọ`. FORBIDDEN where they do not. */
export async function signatoryOf(
  log: Log,
  accountId: string,
  positionId: string,
): Promise<Signatory & { username: string; held: HeldPosition }> {
  const account = accountOf(await log.readStream(accountStream(accountId)));
  const held = account?.positions.find((one) => one.id === positionId);
  if (!account || account.closed || !held) throw new RejectionError({ code: 'FORBIDDEN' });
  const ward = unitOf(await log.readStream(unitStream(held.unit))).name;
  const post = held.title ?? 'Ủy ban nhân dân';
  const { displayName: name, username } = account;
  return { name, username, position: post.includes(ward) ? post : `${post} ${ward}`, held };
}

export interface Signing extends ToSign {
  commandId: string;
  context: EventContext;
  env: CommandEnv;
  signatory: Signatory;
  /** The ward in which they may sign, where their authority says nothing of it. */
  ward?: string;
  /** The time that the signature bears; else now. */
  at?: Date;
  /** Milliseconds after which a signing service counts as away. */
  patience?: number;
  /** The last moment to call it off, once it is signed and before it is recorded. */
  beforeRecord?(): Promise<void>;
  /** The signer of this person; asked for once it stands that they may sign at all. */
  signer(): Promise<Signer>;
}

/** Streams as a decider asks for them. */
export const loading =
  (log: Log): LoadStreams =>
  async (streams) => {
    const found = await log.readStreams(streams);
    return new Map(streams.map((stream) => [stream, found.get(stream) ?? []]));
  };

/**
 * Signs a PDF of a dossier and records the signed copy. The same command again answers what it answered and asks no signer; of one that
 * was refused nothing stays, and where a kill comes between signature and record, `sweepFiles` takes the copy away and the command can
 * be given again. Throws what `toSign`, `signPdf`, the signer and the file store refuse with.
 */
export async function signFile(
  files: FileDeps,
  signing: Signing,
): Promise<{ position: Position; signedFileId: string }> {
  const { log, now, disk } = files;
  const { commandId, context, env, dossierId, expectedVersion, fileId } = signing;
  const asked: ToSign = { dossierId, expectedVersion, fileId };
  const record = async (decide: Decider) => {
    const run = { log, eventContext: () => context };
    const { position, result } = await runCommand(run, { commandId }, 'signFile', asked, decide);
    return { position, signedFileId: resultText(result, 'signedFileId') };
  };
  if (await log.store.findCommand(commandId)) return record(() => Promise.resolve(refuse('CONFLICT')));
  const ready = await toSign(asked, env, loading(log));
  if (!ready.ok) throw new RejectionError(ready.rejection);
  if (signing.ward !== undefined && ready.found.dossier.ward !== signing.ward)
    throw new RejectionError({ code: 'DOSSIER_UNKNOWN' });

  const of = { dossierId, fileId: uuidv7({ msecs: now().getTime() }) };
  const { certificate, ...stored } = await signedCopy(files, signing, of);
  try {
    await signing.beforeRecord?.();
    const recorded = await record(signResult({ ...asked, signed: { ...of, ...stored }, certificate }, env));
    await (recorded.signedFileId === of.fileId ? settleFile(disk, of) : dropFile(disk, of));
    return recorded;
  } catch (error) {
    if (error instanceof RejectionError) await dropFile(disk, of);
    throw error;
  }
}

/** Signs the file and stores the copy, marked as arriving. */
async function signedCopy(
  files: FileDeps,
  { dossierId, fileId, signatory, signer: open, env, at, patience }: Signing,
  of: FileOf,
): Promise<{ bytes: number; hash: string; certificate: string }> {
  const signer = await open();
  const named: Signer = {
    ...signer,
    certificate: async () => {
      const held = await signer.certificate();
      if (!mayBeOf(holderOf(held.certificate), signatory.name))
        throw new RejectionError({ code: 'CERTIFICATE_OF_ANOTHER' });
      return held;
    },
  };
  const pdf = await buffer(await openFile(files, { dossierId, fileId }));
  const { bytes, certificate } = await signPdf(pdf, named, {
    ...{ name: signatory.name, position: signatory.position, at: at ?? new Date(env.now) },
    ...(patience !== undefined && { patience }),
  });
  const { bytes: length, hash } = await storeFile(files, of, Readable.from([bytes]));
  return { bytes: length, hash, certificate };
}
