import { dayAfter } from './facts.ts';
import { addDays } from '@nocgia/schemas/days.ts';

/**
 * The period of the same length right before this one (days inclusive): as many whole months before whole months, else as many
 * days.
 */
export function periodBefore(from: string, to: string): { from: string; to: string } {
  const end = addDays(from, -1);
  if (from.endsWith('-01') && dayAfter(to).endsWith('-01')) {
    const months = monthNumber(dayAfter(to)) - monthNumber(from);
    return { from: firstOf(monthNumber(from) - months), to: end };
  }
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  return { from: new Date(Date.parse(end) - days * 86_400_000).toISOString().slice(0, 10), to: end };
}

function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function firstOf(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}
