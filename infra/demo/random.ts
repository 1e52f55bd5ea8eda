/** A small seeded generator (mulberry32): the same seed gives the same demo ward, on every machine. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<T>(items: readonly [T, ...T[]]): T;
  /** How often something happens that happens `mean` times on average. */
  count(mean: number): number;
  /** Picks by weight. */
  weighted<T>(items: readonly (readonly [T, number])[]): T;
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
    count(mean) {
      // Knuth's way; exact for the small means that a day has.
      const limit = Math.exp(-mean);
      let product = next();
      let found = 0;
      for (; product > limit; found++) product *= next();
      return found;
    },
    weighted<T>(items: readonly (readonly [T, number])[]): T {
      let rest = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) if ((rest -= weight) < 0) return item;
      const last = items.at(-1);
      if (!last) throw new Error('nothing to pick from');
      return last[0];
    },
  };
}
