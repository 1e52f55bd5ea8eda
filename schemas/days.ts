const DAY = 86_400_000;

/** Asia/Ho_Chi_Minh is UTC+7 all year, without daylight saving since 1975. */
const OFFSET = 7 * 3_600_000;

/** The day of an instant in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
export function dayInVietnam(now: Date): string {
  return dayOfNumber(Math.floor((now.getTime() + OFFSET) / DAY));
}

/** Days from one day to another; negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return numberOfDay(to) - numberOfDay(from);
}

/** The day so many days after (before, if negative) a day `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  return dayOfNumber(numberOfDay(day) + days);
}

/** Number of a day since 1970-01-01, for reckoning with many days. */
export function numberOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

/** The day `YYYY-MM-DD` of a number since 1970-01-01. */
export function dayOfNumber(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

/** Day of the week of a day's number: 1 Monday to 7 Sunday. */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** An instant in milliseconds as day (its number) and time of that day (milliseconds) in Asia/Ho_Chi_Minh. */
export function localTime(instant: number): { day: number; time: number } {
  const local = instant + OFFSET;
  const day = Math.floor(local / DAY);
  return { day, time: local - day * DAY };
}

/** The instant, in milliseconds, of a time (milliseconds since midnight, up to 24 hours) of a day in Asia/Ho_Chi_Minh. */
export function instantOf(day: number, time: number): number {
  return day * DAY + time - OFFSET;
}
