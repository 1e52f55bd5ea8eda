import type { CommonMessages } from '#lib/messages.ts';

/** A schema says what is wrong by a code of the dictionary; the API's own sentences come as they are. */
export function errorText(t: CommonMessages, code: string): string {
  const texts: Record<string, string> = t.errors;
  return texts[code] ?? code;
}
