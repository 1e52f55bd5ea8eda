/** A map that holds at most `size` entries for at most `maxAge` milliseconds, and drops the least recently used first. */
export function createLru<Value>(size: number, maxAge: number, now: () => number = () => performance.now()) {
  const entries = new Map<string, { value: Value; until: number }>();

  function get(key: string): Value | undefined {
    const entry = entries.get(key);
    if (!entry) return undefined;
    entries.delete(key);
    if (entry.until < now()) return undefined;
    entries.set(key, entry);
    return entry.value;
  }

  function set(key: string, value: Value): void {
    entries.delete(key);
    entries.set(key, { value, until: now() + maxAge });
    if (entries.size <= size) return;
    const [oldest] = entries.keys();
    if (oldest !== undefined) entries.delete(oldest);
  }

  return {
    get,
    set,
    delete: (key: string) => void entries.delete(key),
    clear: () => entries.clear(),
  };
}
