import type { Cell, StatusCell } from './cells.ts';
import type { Cause } from './spans.ts';

/**
 * What has to be journaled so that figures go from `before` to `after`: cells that stand in both cancel out. `cause`: what all of it is
 * laid to, instead of to the causes of the cells.
 */
export function difference<C extends Cell | StatusCell>(
  after: readonly C[],
  before: readonly C[],
  cause: Cause | null = null,
): C[] {
  if (before.length === 0 && after.length < 2 && cause === null) return [...after];
  const sums = new Map<string, C>();
  const add = (cell: C, sign: 1 | -1): void => {
    const laid = cause === null ? cell : { ...cell, cause };
    const key = keyOf(laid);
    const known = sums.get(key);
    sums.set(key, { ...laid, delta: (known?.delta ?? 0) + sign * cell.delta });
  };
  for (const cell of before) add(cell, -1);
  for (const cell of after) add(cell, 1);
  return [...sums.values()].filter((cell) => cell.delta !== 0);
}

function keyOf(cell: Cell | StatusCell): string {
  const { ward, neighbourhood, headcount, day, cause } = cell;
  const rest = 'sex' in cell ? [cell.sex, cell.birth, cell.ethnicity, cell.citizen] : [cell.dimension, cell.status];
  return [ward, neighbourhood, headcount, day, cause, ...rest].join('|');
}
