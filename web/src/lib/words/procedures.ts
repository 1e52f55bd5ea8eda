/** One chunk a language, loaded by the layouts of the pages that need it. */
export const proceduresWords = {
  vi: async () => (await import('../../messages/vi/procedures.ts')).procedures,
  en: async () => (await import('../../messages/en/procedures.ts')).procedures,
};
