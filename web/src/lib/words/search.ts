/** One chunk a language, loaded by the layouts of the pages that need it. */
export const searchWords = {
  vi: async () => (await import('../../messages/vi/search.ts')).search,
  en: async () => (await import('../../messages/en/search.ts')).search,
};
