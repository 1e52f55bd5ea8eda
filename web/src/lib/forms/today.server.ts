const zone = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Today in Vietnam, `YYYY-MM-DD`: what a form proposes as the day of an event. */
export function today(): string {
  return zone.format(new Date());
}

/** The day of an instant (ISO, UTC) in Vietnam, `YYYY-MM-DD`. */
export function dayOf(instant: string): string {
  return zone.format(new Date(instant));
}
