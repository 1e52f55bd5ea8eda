/** One chunk a language, loaded by the layouts and pages that need it. */
export const pastWords = {
  vi: async () => (await import('../../messages/vi/past.ts')).past,
  en: async () => (await import('../../messages/en/past.ts')).past,
};
