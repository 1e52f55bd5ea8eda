/** One chunk a language, loaded by the layouts of the pages that need it. */
export const definitionsWords = {
  vi: async () => (await import('../../messages/vi/definitions.ts')).definitions,
  en: async () => (await import('../../messages/en/definitions.ts')).definitions,
};
