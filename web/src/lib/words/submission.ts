/** One chunk a language, loaded by the layouts of the pages that need it. */
export const submissionWords = {
  vi: async () => (await import('../../messages/vi/submission.ts')).submission,
  en: async () => (await import('../../messages/en/submission.ts')).submission,
};
