import { isDay } from '@nocgia/schemas/events/common.ts';

/**
 * A day as people write it (22/11/2026, 22-11-2026, 22112026, or ISO) as `YYYY-MM-DD`; undefined for what is no day. Day before month,
 * always: a browser's own date box would follow the language of the machine, and 3/4 must not mean two things.
 */
export function readDay(written: string): string | undefined {
  const text = written.trim();
  if (isDay(text)) return text;
  const parts = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (!parts) return undefined;
  const [, day = '', month = '', year = ''] = parts;
  const whole = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(whole) ? whole : undefined;
}
