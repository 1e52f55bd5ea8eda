/**
 * Runs items, many at once, each after all earlier ones that share a key with it. Stops at the first failure, which it throws when the
 * ones under way have ended.
 */
export async function inTurns<T>(
  items: readonly T[],
  keysOf: (item: T) => Iterable<number>,
  run: (item: T, index: number) => Promise<void>,
  atOnce: number,
): Promise<void> {
  const last = new Map<number, Promise<void>>();
  const active = new Set<Promise<void>>();
  const failures: unknown[] = [];
  for (const [index, item] of items.entries()) {
    while (active.size >= atOnce) await Promise.race(active);
    if (failures.length > 0) break;
    const keys = [...keysOf(item)];
    const before = keys.flatMap((key) => last.get(key) ?? []);
    const own: Promise<void> = Promise.all(before)
      .then(() => (failures.length > 0 ? undefined : run(item, index)))
      .catch((error: unknown) => void failures.push(error))
      .finally(() => active.delete(own));
    active.add(own);
    for (const key of keys) last.set(key, own);
  }
  await Promise.all(active);
  if (failures.length > 0) throw failures[0];
}
