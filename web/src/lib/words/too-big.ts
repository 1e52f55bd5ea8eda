/** One chunk a language, for the server alone. */
export const tooBigWords = {
  vi: async () => (await import('../../messages/vi/too-big.ts')).tooBig,
  en: async () => (await import('../../messages/en/too-big.ts')).tooBig,
};
