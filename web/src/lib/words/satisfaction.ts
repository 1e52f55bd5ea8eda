/** One chunk a language, loaded by the layouts of the pages that need it. */
export const satisfactionWords = {
  vi: async () => (await import('../../messages/vi/satisfaction.ts')).satisfaction,
  en: async () => (await import('../../messages/en/satisfaction.ts')).satisfaction,
};
