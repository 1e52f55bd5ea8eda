import { isDay } from '@nocgia/schemas/events/common.ts';

const monthOf = (year: string, month: string) => (Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month.padStart(2, '0')}` : undefined);

/**
 * A birth as people write it (1/3/1960, 01-03-1960, 01031960, 3/1960, 1960, or ISO) as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`;
 * '' for nothing written, undefined for what is no day.
 */
export function readBirth(written: string): string | undefined {
  const text = written.trim();
  if (text === '') return '';
  if (/^(1[89]|20)\d\d$/.test(text)) return text;
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(text);
  const local = /^(?:(\d{1,2})[/.\-\s])?(\d{1,2})[/.\-\s](\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  const [year, month, date] = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : [];
  if (year === undefined || month === undefined || !/^(1[89]|20)/.test(year)) return undefined;
  const start = monthOf(year, month);
  if (start === undefined || date === undefined) return start;
  const whole = `${start}-${date.padStart(2, '0')}`;
  return isDay(whole) ? whole : undefined;
}
