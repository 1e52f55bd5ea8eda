/** One chunk a language, loaded by the layouts of the pages that need it. */
export const signingWords = {
  vi: async () => (await import('../../messages/vi/signing.ts')).signing,
  en: async () => (await import('../../messages/en/signing.ts')).signing,
};
