import { isDay } from '@nocgia/schemas/events/common.ts';
import { serialDay } from '../../tables/reader/serial-day.ts';

/** What is wrong with a date: nothing certain in it, a day that never was, year unsure, day and month swapped, or yet to come. */
export type DateDoubt =
  'unreadable' | 'impossible' | 'no_year' | 'incomplete' | 'two_digit_year' | 'swapped' | 'future' | 'too_old';

/** A date as far as it can be trusted (`YYYY-MM-DD`, `YYYY-MM`, `YYYY` or nothing) and what is doubtful about it. */
export interface ReadDate {
  value: string | null;
  doubt?: DateDoubt;
}

const blank = (text: string | null | undefined): boolean => !text || /^[0\s?.\-/x_]*$/i.test(text);
const pad = (number: number): string => String(number).padStart(2, '0');

/** A date of three cells. What is missing or impossible narrows it to what is left: month and year, the year, or nothing. */
export function fromParts(day: string | null, month: string | null, year: string | null, today: string): ReadDate {
  const y = blank(year) ? undefined : Number(year);
  if (y === undefined) return { value: null, doubt: blank(day) && blank(month) ? 'incomplete' : 'no_year' };
  if (!Number.isInteger(y)) return { value: null, doubt: 'unreadable' };
  if (y < 100) {
    const full = fromParts(day, month, String(fullYear(y, today)), today);
    return { value: full.value, doubt: full.doubt && full.doubt !== 'incomplete' ? full.doubt : 'two_digit_year' };
  }
  if (y < 1800 || y > 2999) return { value: null, doubt: 'impossible' };
  const m = blank(month) ? undefined : Number(month);
  const d = blank(day) ? undefined : Number(day);
  if (m === undefined) return checked({ value: String(y), doubt: 'incomplete' }, today);
  if (!Number.isInteger(m) || (d !== undefined && !Number.isInteger(d)))
    return checked({ value: String(y), doubt: 'unreadable' }, today);
  if (d === undefined) {
    return m >= 1 && m <= 12
      ? checked({ value: `${y}-${pad(m)}`, doubt: 'incomplete' }, today)
      : checked({ value: String(y), doubt: 'impossible' }, today);
  }
  const whole = `${y}-${pad(m)}-${pad(d)}`;
  if (isDay(whole)) return checked({ value: whole }, today);
  const swapped = `${y}-${pad(d)}-${pad(m)}`;
  if (m > 12 && isDay(swapped)) return checked({ value: swapped, doubt: 'swapped' }, today);
  // Of a 31 February either the day or the month is wrong, nobody knows which: the year is what can be trusted.
  return checked({ value: String(y), doubt: 'impossible' }, today);
}

/**
 * A date of one cell: dd/mm/yyyy with any separator, yyyy-mm-dd, mm/yyyy, ddmmyyyy, a year alone, or an Excel serial number
 * (of the 1900 or the 1904 system). The day comes before the month, unless it could not be one.
 */
export function fromText(text: string, today: string, date1904: boolean): ReadDate {
  const clean = text
    .trim()
    .replace(/^(ngày|sinh ngày|năm)\s+/iu, '')
    .replace(/\s+/g, ' ')
    .replace(/[ T]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?Z?$/, '');
  if (/^\d{4}$/.test(clean)) {
    const year = Number(clean);
    if (year >= 1800 && year <= 2999) return checked({ value: clean }, today);
  }
  if (/^\d{4,6}(\.\d+)?$/.test(clean)) {
    const day = serialDay(Number(clean), date1904);
    // Serials of people alive or lately dead; anything else of that length is no date.
    if (day && day >= '1890-01-01' && day <= '2999-12-31' && Number(clean) > 999) return checked({ value: day }, today);
  }
  const packed = /^(\d{2})(\d{2})(\d{4})$/.exec(clean);
  if (packed) return fromParts(packed[1] ?? '', packed[2] ?? '', packed[3] ?? '', today);
  const words = clean
    .replace(/tháng|năm|thg\.?/giu, '/')
    .replace(/\s*([/.\-,])\s*/g, '/')
    .replace(/ /g, '/')
    .replace(/\/+/g, '/')
    .split('/');
  if (words.length === 3) {
    const [a = '', b = '', c = ''] = words;
    return /^\d{4}$/.test(a) ? fromParts(c, b, a, today) : fromParts(a, b, c, today);
  }
  if (words.length === 2) {
    const [a = '', b = ''] = words;
    if (/^\d{4}$/.test(a)) return fromParts(null, b, a, today);
    if (/^\d{4}$/.test(b)) return fromParts(null, a, b, today);
    return { value: null, doubt: /^\d{1,2}$/.test(a) && /^\d{1,2}$/.test(b) ? 'no_year' : 'unreadable' };
  }
  return { value: null, doubt: 'unreadable' };
}

/** 24 in 2026 is 2024 or 1924: the later one that is not to come, and in doubt in any case. */
function fullYear(twoDigits: number, today: string): number {
  const century = Math.floor(Number(today.slice(0, 4)) / 100) * 100;
  return century + twoDigits > Number(today.slice(0, 4)) ? century - 100 + twoDigits : century + twoDigits;
}

function checked(date: ReadDate, today: string): ReadDate {
  if (date.value === null) return date;
  if (date.value > today.slice(0, date.value.length)) return { value: null, doubt: 'future' };
  if (Number(today.slice(0, 4)) - Number(date.value.slice(0, 4)) > 120)
    return { value: date.value, doubt: date.doubt ?? 'too_old' };
  return date;
}
