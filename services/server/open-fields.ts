/** What the schema tells of itself; in production it cannot be asked for, since no published operation does. */
const schema = ['__typename', '__schema', '__type'];

/**
 * Root fields that anybody may ask, signed in or not: the one list of them. Each counts what it costs by address, and answers out of the
 * public's own scope, which sees no row of anybody.
 */
const everybody = [
  'publicWards',
  'publicWard',
  'publicProcedures',
  'publicProcedure',
  'publicForm',
  'publicUploads',
  'submitDossier',
  'dropUpload',
  'followed',
  'openFollow',
  'answerPapers',
  'withdrawFollowed',
  'ratingForm',
  'rateService',
] as const;

/** Root fields for whoever is not signed in, and for whoever must change a one-time password first. */
export const openFields = {
  nobody: new Set<string>(['viewer', ...everybody, ...schema]),
  newcomer: new Set<string>(['viewer', 'changePassword', 'signOutEverywhere', ...everybody, ...schema]),
};

export const publicFields: ReadonlySet<string> = new Set(everybody);
