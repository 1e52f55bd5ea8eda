/** One chunk a language, loaded by the two pages before the form of an intake. */
export const intakeChoiceWords = {
  vi: async () => (await import('../../messages/vi/intake-choice.ts')).intakeChoice,
  en: async () => (await import('../../messages/en/intake-choice.ts')).intakeChoice,
};
