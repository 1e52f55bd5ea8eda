/** One chunk a language, loaded by the layouts of the pages that need it. */
export const oneStopWords = {
  vi: async () => (await import('../../messages/vi/one-stop.ts')).oneStop,
  en: async () => (await import('../../messages/en/one-stop.ts')).oneStop,
};
