import { dwellingKey } from './address.ts';
import type { Resident } from './resident.ts';

/** Gives every row, in the order of the file, the key of the household it belongs to; keys only tell households of one file apart. */
export interface HouseholdFinder {
  keyOf(row: Resident): { key: string; missing: boolean };
}

/**
 * Households by the file's own key; where a row has none, by the block it stands in (opened by a row "chủ hộ", or by a number that
 * is given on the first row only), by the head's identity number or name, or by the address. What fits nothing becomes a household of
 * its own. `headIds`: the file has a column of the heads' numbers, which their own rows may leave empty.
 */
export function createHouseholdFinder({ headIds }: { headIds: boolean }): HouseholdFinder {
  let open: string | null = null;
  /** Where the household of an open block lives. */
  let openAddress: string | null = null;
  return {
    keyOf(row) {
      const address = dwellingKey(row.neighbourhood, row.houseNumber, row.street);
      const opens = (key: string): { key: string; missing: boolean } => {
        open = key;
        openAddress = address;
        return { key, missing: false };
      };
      if (row.householdKey !== null) return opens(row.householdKey);
      if (row.headId !== null) return opens(`head id ${row.headId}`);
      const own = row.details?.nationalId ?? row.details?.earlierId;
      if (row.relation === 'head' && own && headIds) return opens(`head id ${own}`);
      if (row.relation === 'head') return opens(`block ${row.line}`);
      if (row.relationGiven && open !== null) return { key: open, missing: false };
      // Whose relation is left out stands in the block all the same, unless they live elsewhere.
      if (open?.startsWith('block') && row.headName === null && (address === null || address === openAddress))
        return { key: open, missing: false };
      if (row.headName !== null) return opens(`head ${row.headName}|${address ?? ''}`);
      if (open?.startsWith('head ') && address === null) return { key: open, missing: false };
      if (address !== null) return { key: `address ${address}`, missing: false };
      return { key: `line ${row.line}`, missing: true };
    },
  };
}
