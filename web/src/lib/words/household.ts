/** One chunk a language, loaded by the layouts of the pages that need it. */
export const householdWords = {
  vi: async () => (await import('../../messages/vi/household.ts')).household,
  en: async () => (await import('../../messages/en/household.ts')).household,
};
