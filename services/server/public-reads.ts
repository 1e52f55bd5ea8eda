const MINUTE = 60_000;
/** Addresses that are counted at once; beyond that all begin anew, which lets a few more pass rather than fill the memory. */
const MOST_ADDRESSES = 20_000;

/**
 * Counts what the public asks for, by address and minute, in this process alone: reading costs little, so that no row is written for it.
 * Answers whether an address may go on; `most` is generous, since a whole network of phones may stand behind one address.
 */
export function createPublicReads(now: () => number, most = 1_200): (address: string) => boolean {
  let minute = 0;
  const counts = new Map<string, number>();
  return (address) => {
    const current = Math.floor(now() / MINUTE);
    if (current !== minute || counts.size > MOST_ADDRESSES) counts.clear();
    minute = current;
    const count = (counts.get(address) ?? 0) + 1;
    counts.set(address, count);
    return count <= most;
  };
}
