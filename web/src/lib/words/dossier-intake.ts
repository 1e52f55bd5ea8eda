/** One chunk a language, loaded by the layouts of the pages that need it. */
export const intakeWords = {
  vi: async () => (await import('../../messages/vi/dossier-intake.ts')).intake,
  en: async () => (await import('../../messages/en/dossier-intake.ts')).intake,
};
