import type { Locale } from './messages.ts';

/** `2026-11-22` as 22/11/2026; what is known only in part stays in part (11/2026, 2026). */
export function showDay(day: string): string {
  return day.split('-').reverse().join('/');
}

const zone = 'Asia/Ho_Chi_Minh';
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** An instant (ISO 8601) as day and minute in Vietnam: 22/11/2026 14:05. */
export function showInstant(instant: string): string {
  return clock.format(new Date(instant)).replace(',', '');
}

const numbers = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') };

/** A whole number with the separators of the language: 25.343 or 25,343. */
export function showNumber(locale: Locale, value: number): string {
  return numbers[locale].format(value);
}

/** The same with its sign, and a true minus. */
export function showChange(locale: Locale, value: number): string {
  return value === 0 ? '0' : `${value > 0 ? '+' : '−'}${showNumber(locale, Math.abs(value))}`;
}

/** Digits of an id in groups of three, for reading aloud; a masked one stays as it is. */
export function showNationalId(id: string): string {
  return /^\d{12}$/.test(id) ? id.replace(/(\d{3})(?=\d)/g, '$1 ') : id;
}
