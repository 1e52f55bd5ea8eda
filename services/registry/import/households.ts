import { dwellingKey } from './address.ts';
import type { Resident } from './resident.ts';

/** Gives every row, in the order of the file, the key of the household it belongs to; keys only tell households of one file apart. */
export interface HouseholdFinder {
  keyOf(row: Resident): { key: string; missing: boolean };
}

/**
 * Households by the file's own key; where a row has none, by the block it stands in (opened by a row "chủ hộ", or by a number that
 * is given on the first row only), by the name of the head, or by the address. What fits nothing becomes a household of its own.
 */
export function createHouseholdFinder(): HouseholdFinder {
  let open: string | null = null;
  return {
    keyOf(row) {
      if (row.householdKey !== null) {
        open = row.householdKey;
        return { key: row.householdKey, missing: false };
      }
      if (row.relation === 'head') {
        open = `block ${row.line}`;
        return { key: open, missing: false };
      }
      if (row.relationGiven && open !== null) return { key: open, missing: false };
      const address = dwellingKey(row.neighbourhood, row.houseNumber, row.street);
      if (row.headName !== null) return { key: `head ${row.headName}|${address ?? ''}`, missing: false };
      if (address !== null) return { key: `address ${address}`, missing: false };
      return { key: `line ${row.line}`, missing: true };
    },
  };
}
