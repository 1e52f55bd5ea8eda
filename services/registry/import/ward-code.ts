/** Code of a ward by its unit number: `1234` -> `01234`. */
export function wardCodeOf(ward: number): string {
  return String(ward).padStart(5, '0');
}

/** Code of a neighbourhood by its unit number: `27226003` -> `27226-003`. */
export function neighbourhoodCodeOf(neighbourhood: number): string {
  return `${wardCodeOf(Math.floor(neighbourhood / 1000))}-${String(neighbourhood % 1000).padStart(3, '0')}`;
}
