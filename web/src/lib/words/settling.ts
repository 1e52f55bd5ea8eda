/** One chunk a language, loaded by the layouts of the pages that need it. */
export const settlingWords = {
  vi: async () => (await import('../../messages/vi/settling.ts')).settling,
  en: async () => (await import('../../messages/en/settling.ts')).settling,
};
