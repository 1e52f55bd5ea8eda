/** One chunk a language, loaded by the layouts of the pages that need it. */
export const formsWords = {
  vi: async () => (await import('../../messages/vi/forms.ts')).forms,
  en: async () => (await import('../../messages/en/forms.ts')).forms,
};
