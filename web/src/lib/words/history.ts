/** One chunk a language, loaded by the layouts of the pages that need it. */
export const historyWords = {
  vi: async () => (await import('../../messages/vi/history.ts')).history,
  en: async () => (await import('../../messages/en/history.ts')).history,
};
