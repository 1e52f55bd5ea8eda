/** A month, quarter or year, as its months: `2026-11`, `2026-Q4`, `2026`; null for any other text. */
export function monthsOf(period: string): { from: string; to: string; kind: 'month' | 'quarter' | 'year' } | null {
  const [, year = '', quarter, month] = /^(20\d\d)(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(period) ?? [];
  if (year === '') return null;
  if (month !== undefined) return { from: period, to: period, kind: 'month' };
  if (quarter === undefined) return { from: `${year}-01`, to: `${year}-12`, kind: 'year' };
  const last = Number(quarter) * 3;
  const text = (one: number): string => `${year}-${String(one).padStart(2, '0')}`;
  return { from: text(last - 2), to: text(last), kind: 'quarter' };
}

/** The month before the one of a day: the newest that is closed. */
export function closedMonth(today: string): string {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}
