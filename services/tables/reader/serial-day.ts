const DAY = 86_400_000;

/**
 * The day of an Excel serial number, `YYYY-MM-DD`; undefined outside 1..2,958,465. The 1900 system counts a 29 February 1900 that
 * never was (serial 60); the 1904 system starts with 1 January 1904 as 0.
 */
export function serialDay(serial: number, date1904: boolean): string | undefined {
  const whole = Math.floor(serial);
  if (whole < (date1904 ? 0 : 1) || whole > 2_958_465 || whole === (date1904 ? -1 : 60)) return undefined;
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : whole < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
  const date = new Date(epoch + whole * DAY);
  const year = date.getUTCFullYear();
  return year > 9999 ? undefined : date.toISOString().slice(0, 10);
}

/** The same with its time of day where there is one, `YYYY-MM-DD HH:MM:SS`; a spreadsheet's binary fractions are rounded to the second. */
export function serialMoment(serial: number, date1904: boolean): string | undefined {
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  const day = serialDay(Math.floor(serial) + (seconds === 86_400 ? 1 : 0), date1904);
  if (day === undefined || seconds === 0 || seconds === 86_400) return day;
  const part = (number: number): string => String(Math.floor(number)).padStart(2, '0');
  return `${day} ${part(seconds / 3_600)}:${part((seconds / 60) % 60)}:${part(seconds % 60)}`;
}
