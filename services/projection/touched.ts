import type { Share } from './store.ts';

/** Where rows have changed: unit numbers and names of tables, for telling readers that it is time to look again. */
export interface Touched {
  tables: string[];
  wards: number[];
  neighbourhoods: number[];
}

/** The units and tables in which stored rows lie, of live tables that row-level security narrows by unit. */
export function touchedBy(shares: readonly Share[]): Touched {
  const tables = new Set<string>();
  const wards = new Set<number>();
  const neighbourhoods = new Set<number>();
  for (const share of shares) {
    if (!share.live) continue;
    for (const { name, policy } of share.tables) {
      if (policy.by !== 'unit' && policy.by !== 'ward') continue;
      for (const rows of [share.changes.fresh.get(name), share.changes.changed.get(name)]) {
        for (const row of rows ?? []) {
          tables.add(name);
          const ward = row[policy.ward];
          const neighbourhood = policy.by === 'unit' ? row[policy.neighbourhood] : null;
          if (typeof ward === 'number') wards.add(ward);
          if (typeof neighbourhood === 'number') neighbourhoods.add(neighbourhood);
        }
      }
    }
  }
  return { tables: [...tables], wards: [...wards], neighbourhoods: [...neighbourhoods] };
}
