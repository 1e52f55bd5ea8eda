import { findHeadings, type FoundHeadings, type HeadingWords } from '../../tables/headings.ts';
import type { RawRow } from '../../tables/reader/messages.ts';
import { fieldOfHeading } from './heading-words.ts';
import { proposeMapping, type ColumnMapping } from './mapping.ts';

/** Where the headings of a register stand and what they mean. */
export interface FoundColumns extends FoundHeadings {
  mapping: ColumnMapping[];
}

/**
 * Finds the row of headings among the first rows, and what each column gives. `fits`: whether these are the headings of a kind of file that
 * is known by name already.
 */
export function findColumns(rows: readonly RawRow[], fits: HeadingWords['fits'] = () => false): FoundColumns {
  const found = findHeadings(rows, { fieldOf: fieldOfHeading, fits });
  return { ...found, mapping: proposeMapping(found.columns) };
}
