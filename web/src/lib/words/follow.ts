/** One chunk a language, loaded by the layouts of the pages that need it. */
export const followWords = {
  vi: async () => (await import('../../messages/vi/follow.ts')).follow,
  en: async () => (await import('../../messages/en/follow.ts')).follow,
};
