import type { DossierDrawer, DossierOwner, InboxQuery } from '#lib/api/generated.ts';

type Counts = InboxQuery['dossierCounts'];

/** The tabs of the inbox: which drawer, whose, and the count that stands on it (`over` has none). */
export const tabs = {
  mine: { drawer: 'open', whose: 'mine', count: 'mine', time: 'due' },
  team: { drawer: 'open', whose: 'team', count: 'team', time: 'due' },
  unit: { drawer: 'open', whose: 'unit', count: 'unit', time: 'due' },
  incoming: { drawer: 'incoming', whose: 'unit', count: 'incoming', time: 'sent' },
  awaiting: { drawer: 'awaiting', whose: 'unit', count: 'awaiting', time: 'due' },
  ready: { drawer: 'ready', whose: 'unit', count: 'ready', time: 'ended' },
  toWrite: { drawer: 'to_write', whose: 'unit', count: 'toWrite', time: 'ended' },
  over: { drawer: 'over', whose: 'unit', count: null, time: 'ended' },
} as const satisfies Record<
  string,
  { drawer: DossierDrawer; whose: DossierOwner; count: keyof Counts | null; time: 'due' | 'sent' | 'ended' }
>;
export type TabName = keyof typeof tabs;
export const tabNames = Object.keys(tabs) as TabName[];
