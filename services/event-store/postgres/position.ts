import type { Position } from '../port.ts';

/** The port's position for a number of the table. */
export function toPosition(number: string | number | bigint): Position {
  return String(number).padStart(20, '0');
}

/** The table's number (as decimal text, for a bigint parameter) for a position of the port; throws on anything else. */
export function fromPosition(position: Position): string {
  if (!/^\d{20}$/.test(position)) throw new Error('not a position of this log');
  return position.replace(/^0+(?=\d)/, '');
}
