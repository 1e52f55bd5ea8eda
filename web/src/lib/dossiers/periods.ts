export interface Period {
  from: string;
  to: string;
}

/** The periods that a register is mostly asked for by, on a day (`YYYY-MM-DD`); both days within. */
export function periods(today: string): Record<'today' | 'thisMonth' | 'lastMonth' | 'thisYear', Period> {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const ago = (months: number): string => new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10);
  const lastOfLast = new Date(Date.UTC(year, month - 1, 0)).toISOString().slice(0, 10);
  return {
    today: { from: today, to: today },
    thisMonth: { from: ago(0), to: today },
    lastMonth: { from: ago(1), to: lastOfLast },
    thisYear: { from: `${year}-01-01`, to: today },
  };
}
