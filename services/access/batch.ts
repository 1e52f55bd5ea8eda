interface Turn<Key, Value> {
  asked: Map<Key, Promise<Value | undefined>>;
  keys: Key[];
  next: Promise<ReadonlyMap<Key, Value>> | null;
}

/**
 * Turns "load one" into "load many": all keys asked for by the fields of one operation within a turn go out as one query, and a key
 * that was asked for before is not asked for again. The answer to a key that `load` leaves out is undefined.
 */
export function batched<Context extends object, Key, Value>(
  load: (context: Context, keys: Key[]) => Promise<ReadonlyMap<Key, Value>>,
): (context: Context, key: Key) => Promise<Value | undefined> {
  const known = new WeakMap<Context, Turn<Key, Value>>();
  return (context, key) => {
    const own: Turn<Key, Value> = known.get(context) ?? { asked: new Map(), next: null, keys: [] };
    known.set(context, own);
    const earlier = own.asked.get(key);
    if (earlier) return earlier;
    own.keys.push(key);
    // After the microtasks of this turn: siblings that are resolved from promises come in together.
    own.next ??= new Promise((resolve, reject) => {
      setImmediate(() => {
        const { keys } = own;
        own.keys = [];
        own.next = null;
        load(context, keys).then(resolve, reject);
      });
    });
    const answer = own.next.then((found) => found.get(key));
    own.asked.set(key, answer);
    return answer;
  };
}

/**
 * A resolver of one field of a type that may be given as no more than its id: the value that is at hand, or else that of the whole
 * object, which `complete` fetches (and throws where there is none).
 */
export function completing<T extends object, Context>(
  complete: (parent: Partial<T>, context: Context) => Promise<Partial<T>>,
) {
  return <Name extends keyof T>(name: Name) =>
    (parent: Partial<T>, _args: unknown, context: Context): Required<T>[Name] | Promise<Required<T>[Name]> => {
      const value = parent[name];
      if (value !== undefined) return value as Required<T>[Name];
      return complete(parent, context).then((whole) => whole[name] as Required<T>[Name]);
    };
}
