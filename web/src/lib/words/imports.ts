/** One chunk a language, loaded by the layouts of the pages that need it. */
export const importsWords = {
  vi: async () => (await import('../../messages/vi/imports.ts')).imports,
  en: async () => (await import('../../messages/en/imports.ts')).imports,
};
