/** One chunk a language, loaded by the layouts of the pages that need it. */
export const inboxWords = {
  vi: async () => (await import('../../messages/vi/dossier-inbox.ts')).inbox,
  en: async () => (await import('../../messages/en/dossier-inbox.ts')).inbox,
};
