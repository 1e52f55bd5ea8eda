import { readdirSync, readFileSync } from 'node:fs';

/** The whole SDL: every `.graphql` file of this folder, in name order. */
export const sdl: string = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.graphql'))
  .sort()
  .map((name) => readFileSync(`${import.meta.dirname}/${name}`, 'utf8'))
  .join('\n');
