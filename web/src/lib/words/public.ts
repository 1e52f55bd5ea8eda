/** One chunk a language, loaded by the layouts of the pages that need it. */
export const publicPagesWords = {
  vi: async () => (await import('../../messages/vi/public.ts')).publicPages,
  en: async () => (await import('../../messages/en/public.ts')).publicPages,
};
