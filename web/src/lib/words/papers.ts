/** One chunk a language, loaded by the layouts of the pages that need it. */
export const papersWords = {
  vi: async () => (await import('../../messages/vi/papers.ts')).papers,
  en: async () => (await import('../../messages/en/papers.ts')).papers,
};
