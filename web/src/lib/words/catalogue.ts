/** One chunk a language, loaded by the layouts of the pages that need it. */
export const catalogueWords = {
  vi: async () => (await import('../../messages/vi/catalogue.ts')).catalogue,
  en: async () => (await import('../../messages/en/catalogue.ts')).catalogue,
};
