import { RejectionError } from '@nocgia/schemas/errors.ts';
import type { Resolvers, SigningKey } from '@nocgia/schemas/generated/resolvers.ts';
import { authorize } from '../../access/ability.ts';
import { isId, knownId } from '../../access/paging.ts';
import { commandEnv } from '../../dossiers/context.ts';
import { dossiersByIds } from '../../dossiers/dossier/queries.ts';
import { toSign } from '../../dossiers/dossier/signing.ts';
import type { FileDeps } from '../../dossiers/file/deps.ts';
import { holderOf, mayBeOf } from '../../papers/sign/holder.ts';
import { pkcs12Signer } from '../../papers/sign/pkcs12.ts';
import { checkCertificate } from '../../papers/sign/signer.ts';
import type { GraphContext } from '../context.ts';
import { daysLeft, dropKey, keepKey, keyOf, WARN_DAYS, type KeptKey, type KeyDeps } from './keys.ts';
import { signingsOf } from './queries.ts';
import { askSigning, cancelSigning, type RequestDeps } from './requests.ts';
import { loading, signatoryOf, signFile } from './sign-file.ts';

/** A certificate file is some kilobytes; its chain adds some more. */
const MOST_BYTES = 64 * 1024;
/** Wrong passphrases an hour: whoever sits at somebody's open session cannot try them through. */
const TRIES = 20;

export interface SigningDeps {
  files: FileDeps;
  keys: KeyDeps;
  requests: RequestDeps;
}

function keyType({ name, issuer, validFrom, validTo, addedAt }: KeptKey, now: Date): SigningKey {
  const left = daysLeft(validTo, now);
  return { ...{ name, issuer, validFrom, validTo, addedAt }, daysLeft: left, endsSoon: left <= WARN_DAYS };
}

/** Counts a try of a passphrase, unless it was not wrong. */
async function counted<T>({ countHourly }: GraphContext, work: () => Promise<T>): Promise<T> {
  const attempt = await countHourly('sign', TRIES);
  if (attempt.wait > 0) throw new RejectionError({ code: 'TOO_MANY_ATTEMPTS', params: { seconds: attempt.wait } });
  try {
    const done = await work();
    await attempt.takeBack();
    return done;
  } catch (error) {
    if (!(error instanceof RejectionError && error.rejection.code === 'SIGNING_PASSPHRASE')) await attempt.takeBack();
    throw error;
  }
}

/** Resolvers of `schemas/graphql/signing.graphql`. */
export function signingResolvers({ files, keys, requests }: SigningDeps) {
  return {
    Query: {
      signingMeans: async (_, __, { reader, now }) => {
        const held = await keyOf(keys, reader.account.id);
        return { key: held && keyType(held.kept, now()), service: requests.service !== null };
      },
    },
    Dossier: {
      signings: async (parent, _, context) => (await signingsOf(context, knownId(parent.id ?? ''))) ?? [],
    },
    Mutation: {
      keepSigningKey: async (_, { file, passphrase }, context) => {
        const { account } = context.reader;
        const bytes = Buffer.from(file, 'base64');
        if (bytes.length > MOST_BYTES) throw new RejectionError({ code: 'SIGNING_FILE', field: 'file' });
        const { certificate } = await counted(context, async () => pkcs12Signer(bytes, passphrase).certificate());
        const now = context.now();
        checkCertificate(certificate, now);
        const holder = holderOf(certificate);
        if (!mayBeOf(holder, account.displayName)) throw new RejectionError({ code: 'CERTIFICATE_OF_ANOTHER' });
        await keepKey(keys, account.id, { file: bytes, holder, now });
        return keyType({ ...holder, addedAt: now.toISOString() }, now);
      },
      removeSigningKey: (_, __, { reader }) => dropKey(keys, reader.account.id),
      askSigning: async (_, { meta, on, fileId }, context) => {
        const { account, scope } = context.reader;
        if (!isId(meta.commandId)) throw new RejectionError({ code: 'FIELD_INVALID', field: 'meta.commandId' });
        const asked = { dossierId: knownId(on.dossierId), fileId: knownId(fileId) };
        const ready = await toSign(
          { ...asked, expectedVersion: on.expectedVersion },
          commandEnv(context),
          loading(context.log),
        );
        if (!ready.ok) throw new RejectionError(ready.rejection);
        if (!requests.service) throw new RejectionError({ code: 'SIGNING_NO_SERVICE' });
        const by = { accountId: account.id, positionId: scope.positionId ?? '' };
        await askSigning(requests, { id: meta.commandId, ...asked, ...by });
        return true;
      },
      cancelSigning: async (_, { dossierId, signingId }, { scope, db, reader }) => {
        const id = knownId(dossierId);
        const entry = (await dossiersByIds(scope, db, [id])).get(id);
        if (!entry) throw new RejectionError({ code: 'DOSSIER_UNKNOWN' });
        const { ward, matter } = entry;
        const denied = authorize(scope, 'write', 'Dossier', { ward, neighbourhood: null, matter });
        if (denied) throw new RejectionError(denied);
        const accountId = scope.role === 'leader' ? null : reader.account.id;
        if (!(await cancelSigning(requests, { id: knownId(signingId), dossierId: id, accountId })))
          throw new RejectionError({ code: 'SIGNING_UNKNOWN' });
        return true;
      },
      signFile: async (_, { meta, on, fileId, passphrase }, context) => {
        const { account, scope } = context.reader;
        const { log } = context;
        const signatory = await signatoryOf(log, account.id, scope.positionId ?? '');
        const signer = async () => {
          const held = await keyOf(keys, account.id);
          if (!held) throw new RejectionError({ code: 'SIGNING_NO_KEY' });
          return pkcs12Signer(held.file, passphrase);
        };
        const at = { dossierId: knownId(on.dossierId), expectedVersion: on.expectedVersion, fileId: knownId(fileId) };
        const by = { context: context.eventContext(), env: commandEnv(context), signatory, signer };
        return counted(context, () => signFile(files, { ...at, ...by, commandId: meta.commandId }));
      },
    },
  } satisfies Resolvers;
}
