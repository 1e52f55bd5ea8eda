/** One chunk a language, loaded by the layouts of the pages that need it. */
export const todayWords = {
  vi: async () => (await import('../../messages/vi/today.ts')).today,
  en: async () => (await import('../../messages/en/today.ts')).today,
};
