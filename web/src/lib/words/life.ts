/** One chunk a language, loaded by the layouts of the pages that need it. */
export const lifeWords = {
  vi: async () => (await import('../../messages/vi/life.ts')).life,
  en: async () => (await import('../../messages/en/life.ts')).life,
};
