import type { DeskMessages } from '#lib/messages.ts';

interface Household {
  id: string;
  number: string | null;
  head?: { fullName: string } | null;
  dwelling: {
    id: string;
    address: string;
    ward?: { code: string; name: string };
    neighbourhood?: { code: string; name: string } | null;
  };
}

/** A household by its head, else its number. */
export function householdTitle(d: DeskMessages, { head, number }: Household): string {
  if (head) return `${d.household.title} ${head.fullName}`;
  return number ? d.household.numbered(number) : d.household.unnumbered;
}
