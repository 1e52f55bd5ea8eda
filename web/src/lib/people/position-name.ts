import type { CommonMessages } from '#lib/messages.ts';

/** A position as recorded: a title in the office's own words, or the code of a role, which the dictionary names. */
export function positionName(t: CommonMessages, position: string): string {
  const names: Readonly<Record<string, string>> = t.role;
  return names[position] ?? position;
}
