import { publicFields } from '@nocgia/services/server/open-fields.ts';
import { v7 as uuidv7 } from 'uuid';
import { unknownId, type MutationCase, type QueryCase } from './cases.ts';

/** Root fields that anybody is answered: they are asked by everybody too, and hold nothing of anybody. */
export const isPublic = (name: string): boolean => publicFields.has(name);

/** Every query for people without an account. No one's marker may stand in any of them, so that none shows anything. */
export const publicQueries: Record<string, QueryCase> = {
  publicWards: { ask: () => [{}], shows: [] },
  publicWard: { ask: ({ place }) => [{}, { ward: place.ward }, { ward: `' or` }], shows: [] },
  publicProcedures: {
    ask: ({ place }) => [{ ward: place.ward }, { ward: place.ward, text: 'hon nhan' }, { ward: `' or 1=1` }],
    shows: [],
  },
  publicProcedure: {
    ask: ({ place }) => [
      ...[place.procedureId, place.dossierId, unknownId].map((id) => ({ id })),
      { id: '1.004873', ward: place.ward },
      { id: `' or 1=1`, ward: place.ward },
    ],
    shows: [],
  },
  publicUploads: { ask: ({ place }) => [{ dossierId: place.dossierId, token: 'x' }], shows: [] },
  followed: {
    ask: ({ place }) => [{ token: place.dossierId }, { token: `h.zzzzzzzz.${place.dossierId}.x` }],
    shows: [],
  },
  ratingForm: {
    ask: ({ place }) => [{}, { ward: place.ward, officer: place.accountId }, { ward: `' or`, officer: 'x' }],
    shows: [],
  },
  publicForm: { ask: ({ place }) => [{ procedureId: place.procedureId, dossierId: place.dossierId }], shows: [] },
};

/** Every mutation for people without an account: what it needs beside the input (a token of the form) is made up here, so none is done. */
export const publicMutations: Record<string, MutationCase> = {
  // What it answers is the same for all and says nothing; that a guess counts for nothing is tested with it. Here: of no ward.
  rateService: {
    ask: ({ place }) => ({
      meta: { commandId: uuidv7() },
      input: { ward: '99999', via: 'desk', code: place.dossierId, digits: '0000', marks: [] },
    }),
    allowed: [],
    hindered: true,
  },
  openFollow: { ask: ({ place }) => ({ code: place.dossierId, digits: '0000' }), allowed: [], hindered: true },
  answerPapers: {
    ask: ({ place }) => ({ meta: { commandId: uuidv7() }, token: `h.zzzzzzzz.${place.dossierId}.x`, note: 'x' }),
    allowed: [],
    hindered: true,
  },
  withdrawFollowed: {
    ask: ({ place }) => ({ meta: { commandId: uuidv7() }, token: `h.zzzzzzzz.${place.dossierId}.x` }),
    allowed: [],
    hindered: true,
  },
  submitDossier: {
    ask: ({ place }) => ({
      meta: { commandId: uuidv7() },
      input: {
        ...{ dossierId: place.dossierId, procedureId: place.procedureId, returnBy: 'desk', answers: [] },
        ...{ owner: { kind: 'citizen', name: 'Thử', phone: '0900000000' }, token: 'x' },
      },
    }),
    allowed: [],
    hindered: true,
  },
  dropUpload: {
    ask: ({ place }) => ({ dossierId: place.dossierId, token: 'x', fileId: place.fileId }),
    allowed: [],
    hindered: true,
  },
};
