/** One chunk a language, loaded by the layouts of the pages that need it. */
export const deskWords = {
  vi: async () => (await import('../../messages/vi/desk.ts')).desk,
  en: async () => (await import('../../messages/en/desk.ts')).desk,
};
