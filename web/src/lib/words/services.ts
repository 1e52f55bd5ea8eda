/** One chunk a language, loaded by the layouts of the pages that need it. */
export const servicesWords = {
  vi: async () => (await import('../../messages/vi/services.ts')).services,
  en: async () => (await import('../../messages/en/services.ts')).services,
};
