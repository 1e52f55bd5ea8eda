import { dayInVietnam, instantOf, numberOfDay } from '@nocgia/schemas/days.ts';
import { isDay } from '@nocgia/schemas/events/common.ts';
import { serialMoment } from '../../tables/reader/serial-day.ts';

/** An instant in UTC (`…Z`), or where a file gives no time of day, the day `YYYY-MM-DD` in Việt Nam. */
export type Moment = string;

/** Which of `03/04/2024` is the day; `mixed` = the column has days and months in either place. */
export type DayOrder = 'day_first' | 'month_first' | 'mixed';

const slashed = /(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})/;
const clock =
  /(?<!\d)(\d{1,2})\s*(?::|h|giờ|g)\s*(\d{1,2})?\s*(?:phút|p|')?(?::(\d{2})(?:\.\d+)?)?\s*(am|pm|sa|ch)?(?![\p{L}\d])/iu;

/** What a whole column says about the order of day and month; day first, as Việt Nam writes, where nothing says otherwise. */
export function dayOrderOf(texts: Iterable<string | null>): DayOrder {
  let dayFirst = false;
  let monthFirst = false;
  for (const text of texts) {
    const found = text === null ? null : slashed.exec(text);
    if (!found) continue;
    if (Number(found[1]) > 12) dayFirst = true;
    if (Number(found[2]) > 12) monthFirst = true;
    if (dayFirst && monthFirst) return 'mixed';
  }
  return monthFirst ? 'month_first' : 'day_first';
}

/** Whether a text could be read in two ways in a column of mixed order. */
export function isUnsure(text: string): boolean {
  return slashed.test(text);
}

/**
 * A moment of one cell: `22/11/2026 08:15`, `8 giờ 15 phút ngày 22/11/2026`, ISO with or without zone (without: Việt Nam), `20261122081500` of
 * the national system, a spreadsheet's serial number; undefined when nothing certain can be read. A year of two digits is not certain.
 */
export function readMoment(
  text: string,
  { order, date1904 }: { order: DayOrder; date1904: boolean },
): Moment | undefined {
  const clean = text.trim().replace(/\s+/g, ' ');
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(clean);
  if (iso) return fromIso(iso[1] ?? '', iso[2], iso[3], iso[4]);
  const packed = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/.exec(clean);
  if (packed) return made(`${packed[1]}-${packed[2]}-${packed[3]}`, packed[4], packed[5], packed[6]);
  if (/^\d{5}(\.\d+)?$/.test(clean)) {
    const [day = '', time] = serialMoment(Number(clean), date1904)?.split(' ') ?? [];
    const [hour, minute, second] = time?.split(':') ?? [];
    return made(day, hour, minute, second);
  }
  const found = slashed.exec(clean);
  if (!found || order === 'mixed') return undefined;
  const [whole, first = '', second = '', year = ''] = found;
  const [dd, mm] = order === 'day_first' ? [first, second] : [second, first];
  const rest = clean
    .replace(whole, ' ')
    .replace(/ngày|lúc|,/giu, ' ')
    .trim();
  const time = clock.exec(rest);
  if (rest !== '' && (!time || rest.replace(time[0], '').replace(/[-\s]/g, '') !== '')) return undefined;
  return made(
    `${year}-${mm.padStart(2, '0')}-${dd.padStart(2, '0')}`,
    hourOf(time?.[1], time?.[4]),
    time?.[2] ?? (time ? '0' : undefined),
    time?.[3],
  );
}

function hourOf(hour: string | undefined, half: string | undefined): string | undefined {
  if (hour === undefined || half === undefined) return hour;
  const afternoon = /pm|ch/i.test(half);
  return String((Number(hour) % 12) + (afternoon ? 12 : 0));
}

function fromIso(day: string, time: string | undefined, seconds = ':00', zone: string | undefined): Moment | undefined {
  if (!isDay(day)) return undefined;
  if (time === undefined) return day;
  if (zone === undefined) return made(day, time.slice(0, 2), time.slice(3), seconds.slice(1));
  const at = Date.parse(`${day}T${time}${seconds}${zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

function made(day: string, hour: string | undefined, minute = '0', second = '0'): Moment | undefined {
  if (!isDay(day)) return undefined;
  if (hour === undefined) return day;
  const [h, m, s] = [Number(hour), Number(minute), Number(second)];
  if (h > 23 || m > 59 || s > 59) return undefined;
  return new Date(instantOf(numberOfDay(day), ((h * 60 + m) * 60 + s) * 1000)).toISOString();
}

/** Whether only the day is known. */
export function isDayOnly(moment: Moment): boolean {
  return moment.length === 10;
}

/** The day of a moment in Việt Nam. */
export function dayOf(moment: Moment): string {
  return isDayOnly(moment) ? moment : dayInVietnam(new Date(moment));
}

/** Whether `a` was before `b` for certain: where of one only the day is known, their days are compared. */
export function isBefore(a: Moment, b: Moment): boolean {
  return isDayOnly(a) || isDayOnly(b) ? dayOf(a) < dayOf(b) : a < b;
}

/** The instant by which a moment stands in order: the first of its day where only that is known. */
export function startOf(moment: Moment): string {
  return isDayOnly(moment) ? new Date(instantOf(numberOfDay(moment), 0)).toISOString() : moment;
}

/** The instant by which something that is due or over then is: the last minute of its day where only that is known. */
export function endOf(moment: Moment): string {
  return isDayOnly(moment) ? new Date(instantOf(numberOfDay(moment), 24 * 3_600_000 - 60_000)).toISOString() : moment;
}
