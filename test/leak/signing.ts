import type { Role } from '@nocgia/schemas/events/account.ts';
import { v7 as uuidv7 } from 'uuid';
import { unknownId, type Asked, type MutationCase, type QueryCase } from './cases.ts';

const none: readonly Role[] = [];
const clerks = ['desk', 'civil_status', 'leader'] as const satisfies readonly Role[];
const on = ({ place }: Asked) => ({
  ...{ meta: { commandId: uuidv7() }, on: { dossierId: place.dossierId, expectedVersion: 2 }, fileId: place.fileId },
});

/** Every query about signing and notices. */
export const signingQueries: Record<string, QueryCase> = {
  signingMeans: { ask: () => [{}], shows: none },
};

/** Every mutation about signing and notices. */
export const signingMutations: Record<string, MutationCase> = {
  keepSigningKey: {
    ask: () => ({ file: Buffer.from('không phải chứng thư').toString('base64'), passphrase: 'sai' }),
    allowed: none,
    own: true,
  },
  removeSigningKey: { ask: () => ({}), allowed: none, own: true },
  askSigning: { ask: on, allowed: clerks, hindered: true },
  cancelSigning: {
    ask: ({ place }) => ({ dossierId: place.dossierId, signingId: unknownId }),
    allowed: clerks,
    hindered: true,
  },
  setDossierNotices: {
    ask: ({ place }) => ({
      ...{ meta: { commandId: uuidv7() }, on: { dossierId: place.dossierId, expectedVersion: 2 }, mail: true },
    }),
    allowed: clerks,
    hindered: true,
  },
  signFile: { ask: (asked) => ({ ...on(asked), passphrase: 'sai' }), allowed: clerks, hindered: true },
};
