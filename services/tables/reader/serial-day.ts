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
