/** The stream of an import's own events; also what all ids in it are derived from. */
export function importStream(importId: string): string {
  return `import-${importId}`;
}
