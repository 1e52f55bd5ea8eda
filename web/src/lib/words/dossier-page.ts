/** One chunk a language, loaded by the layouts of the pages that need it. */
export const dossierPageWords = {
  vi: async () => (await import('../../messages/vi/dossier-page.ts')).dossierPage,
  en: async () => (await import('../../messages/en/dossier-page.ts')).dossierPage,
};
