import type { Touched } from '../projection/touched.ts';
import type { Scope } from '../access/scope.ts';

/** Something changed: where (unit numbers), of which kinds, and up to which position rows are readable. Nothing else is said. */
export interface ChangeNotice {
  position: string;
  topics: readonly string[];
  wards: ReadonlySet<number>;
  neighbourhoods: ReadonlySet<number>;
}

export interface ChangeHub {
  /** What the projector tells after a page: how far the rows are, and where they have changed. */
  reached(positions: Readonly<Record<string, string>>, touched: readonly Touched[]): void;
  /** Notices that touch the reader's rows, joined while the reader is slow, until `return` is called. */
  listen(scope: Scope): AsyncIterableIterator<{ changed: { position: string; topics: string[] } }>;
}

/** Tables as readers think of them. */
const topicOf: Readonly<Record<string, string>> = {
  citizens: 'citizen',
  households: 'household',
  dwellings: 'dwelling',
  dossiers: 'dossier',
  procedures: 'procedure',
  procedure_versions: 'procedure',
};

/** How long notices are gathered before a reader hears of them: an import would else ring every page all the time. */
const GATHER_MS = 300;

/** The in-process hub behind the subscription `changed`. A reader hears of changes in the reader's own wards or neighbourhoods only. */
export function createChangeHub(): ChangeHub {
  const listeners = new Set<(notice: ChangeNotice) => void>();
  return {
    reached(positions, touched) {
      const topics = [...new Set(touched.flatMap(({ tables }) => tables.map((table) => topicOf[table] ?? 'figures')))];
      if (topics.length === 0 || listeners.size === 0) return;
      const notice: ChangeNotice = {
        position: Object.values(positions).sort()[0] ?? '',
        topics,
        wards: new Set(touched.flatMap(({ wards }) => wards)),
        neighbourhoods: new Set(touched.flatMap(({ neighbourhoods }) => neighbourhoods)),
      };
      for (const listener of listeners) listener(notice);
    },
    listen(scope) {
      let position = '';
      let topics = new Set<string>();
      let ended = false;
      let wake = (): void => undefined;
      const hear = (notice: ChangeNotice) => {
        if (
          !scope.wards.some((ward) => notice.wards.has(ward)) &&
          !scope.neighbourhoods.some((n) => notice.neighbourhoods.has(n))
        )
          return;
        position = notice.position > position ? notice.position : position;
        notice.topics.forEach((topic) => topics.add(topic));
        wake();
      };
      listeners.add(hear);
      const end = () => {
        ended = true;
        listeners.delete(hear);
        wake();
        return Promise.resolve({ done: true as const, value: undefined });
      };
      // Not a generator: one that waits would only hear of its `return` with the next notice, which may never come.
      return {
        async next() {
          if (topics.size === 0 && !ended) await new Promise<void>((resolve) => (wake = resolve));
          if (!ended) await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
          if (ended) return { done: true, value: undefined };
          const gathered = [...topics].sort();
          topics = new Set();
          return { done: false, value: { changed: { position, topics: gathered } } };
        },
        return: end,
        [Symbol.asyncIterator]() {
          return this;
        },
      };
    },
  };
}
