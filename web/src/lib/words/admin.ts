/** One chunk a language, loaded by the layouts of the pages that need it. */
export const adminWords = {
  vi: async () => (await import('../../messages/vi/admin.ts')).admin,
  en: async () => (await import('../../messages/en/admin.ts')).admin,
};
