/** One chunk a language, loaded by the layouts of the pages that need it. */
export const dossierActsWords = {
  vi: async () => (await import('../../messages/vi/dossier-acts.ts')).dossierActs,
  en: async () => (await import('../../messages/en/dossier-acts.ts')).dossierActs,
};
