/** One chunk a language, loaded by the layouts of the pages that need it. */
export const figuresWords = {
  vi: async () => (await import('../../messages/vi/figures.ts')).figures,
  en: async () => (await import('../../messages/en/figures.ts')).figures,
};
