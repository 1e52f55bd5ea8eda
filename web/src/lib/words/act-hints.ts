/** One chunk a language, loaded by the layouts of the pages that need it. */
export const actHintsWords = {
  vi: async () => (await import('../../messages/vi/act-hints.ts')).actHints,
  en: async () => (await import('../../messages/en/act-hints.ts')).actHints,
};
