import type { SearchMessages } from '#lib/messages.ts';

export const search: SearchMessages = {
  title: 'Search',
  results: (n, text) => `${n} results for “${text}”`,
  more: 'There are more. Add words: a middle name, a street, or the last digits of an id.',
  start: 'Enter a name, an id, a phone number or an address.',
  none: (text) => `Nobody within your scope matches “${text}”.`,
  noneHint: 'Try fewer words, or search by address.',
  died: 'died',
};
