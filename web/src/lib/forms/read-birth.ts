import { readDay } from '../read-day.ts';

/**
 * A birth as people write it (1/3/1960, 01-03-1960, 01031960, 3/1960, 1960, or ISO) as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`;
 * '' for nothing written, undefined for what is no day.
 */
export function readBirth(written: string): string | undefined {
  const text = written.trim();
  if (text === '' || /^(1[89]|20)\d\d$/.test(text)) return text;
  const month = /^(\d{1,2})[/.\-\s]((?:1[89]|20)\d\d)$/.exec(text) ?? /^((?:1[89]|20)\d\d)-(\d{1,2})$/.exec(text);
  if (month) {
    const [year = '', number = ''] = month[1]?.length === 4 ? [month[1], month[2]] : [month[2], month[1]];
    return Number(number) >= 1 && Number(number) <= 12 ? `${year}-${number.padStart(2, '0')}` : undefined;
  }
  const day = readDay(text);
  return day && /^(1[89]|20)/.test(day) ? day : undefined;
}
