/** One chunk a language, loaded by the layouts of the pages that need it. */
export const mergingWords = {
  vi: async () => (await import('../../messages/vi/merging.ts')).merging,
  en: async () => (await import('../../messages/en/merging.ts')).merging,
};
