/** One row of a form that has several of the same kind, as posted: its fields by name. */
export type Row<F extends string> = Record<F, string>;

/**
 * Rows of text fields that a form posts as `prefix.field`, each field once a row and in the same order, so that they line up without
 * script. A row whose `needed` field is empty counts as none and is left out.
 */
export function rowsOf<const F extends readonly string[]>(
  posted: FormData,
  prefix: string,
  fields: F,
  needed: F[number],
): (Row<F[number]> & { at: number })[] {
  const columns = new Map(fields.map((field) => [field, posted.getAll(`${prefix}.${field}`)]));
  const cell = (field: string, at: number): string => {
    const value = columns.get(field)?.[at];
    return typeof value === 'string' ? value.normalize('NFC').trim() : '';
  };
  return (columns.get(needed) ?? [])
    .map((_, at) => ({
      ...(Object.fromEntries(fields.map((field) => [field, cell(field, at)])) as Row<F[number]>),
      at,
    }))
    .filter((row) => cell(needed, row.at) !== '');
}

/** The rows with empty ones behind them, for a form that can be filled without script. */
export function withSpare<T>(rows: readonly T[], empty: T, spare: number): T[] {
  return [...rows, ...Array.from({ length: spare }, () => empty)];
}
