/** One chunk a language, loaded by the layouts of the pages that need it. */
export const commonWords = {
  vi: async () => (await import('../../messages/vi/common.ts')).common,
  en: async () => (await import('../../messages/en/common.ts')).common,
};
