/** One chunk a language, loaded by the layouts of the pages that need it. */
export const rateWords = {
  vi: async () => (await import('../../messages/vi/rate.ts')).rate,
  en: async () => (await import('../../messages/en/rate.ts')).rate,
};
