/** One chunk a language, loaded by the layouts of the pages that need it. */
export const dossiersWords = {
  vi: async () => (await import('../../messages/vi/dossiers.ts')).dossiers,
  en: async () => (await import('../../messages/en/dossiers.ts')).dossiers,
};
