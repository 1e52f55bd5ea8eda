import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestServer } from '../support/server.ts';
import { inTurns } from './asking.ts';
import { pagePatterns, pages } from './pages.ts';
import { openWorld } from './open-world.ts';
import { leaks, type Reader } from './readers.ts';
import type { Place, World } from './world.ts';

let server: TestServer;
let world: World;
let readers: Reader[];

beforeAll(async () => {
  ({ server, world, readers } = await openWorld({ pages: 'built' }));
}, 120_000);
afterAll(() => server.stop());

async function open(reader: Reader, path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${server.origin}${path}`, {
    redirect: 'manual',
    headers: reader.cookie ? { cookie: reader.cookie } : {},
  });
  return { status: response.status, text: (await response.text()) + JSON.stringify([...response.headers]) };
}

/** Pages with a search box of their own. */
const searches = ['/search', '/dossiers'];

/** The interface behind the pages is asked by everybody about everything; here each role at home, and the nearest strangers, about their own and foreign. */
function asking(): { reader: Reader; place: Place }[] {
  const { own, otherWard } = world.places;
  const strangers = ['board.sharedprefix', 'civil_status.otherward', 'leader.expired', 'without.position', 'anonymous'];
  return readers.flatMap((reader) => {
    if (reader.standing === 'own') return [own, otherWard].map((place) => ({ reader, place }));
    return strangers.includes(reader.name) ? [{ reader, place: own }] : [];
  });
}

describe('the pages', () => {
  test('are all in the matrix', () => {
    expect(Object.keys(pages).sort()).toEqual(pagePatterns());
  });

  test.each(Object.keys(pages))('%s shows nobody what they must not see', { timeout: 120_000 }, async (pattern) => {
    const found: string[] = [];
    const all = asking().flatMap(({ reader, place }) =>
      (pages[pattern]?.({ world, place }) ?? []).map((path) => ({ reader, path })),
    );
    const asked = [...new Map(all.map((one) => [`${one.reader.name} ${one.path}`, one])).values()];
    await inTurns(asked, async ({ reader, path }) => {
      const { status, text } = await open(reader, path);
      // What was typed into the search box stands in it again, whoever typed it.
      const shown = searches.includes(pattern)
        ? text.replaceAll(/value="[^"]*"/g, '').replaceAll(/(q|text)([=:]"[^"]*"|[=:][^,&"}]*)/g, '')
        : text;
      found.push(...leaks(reader, world, shown).map((leak) => `${path} by ${reader.name}: ${leak}`));
      if (status >= 500) found.push(`${path} by ${reader.name}: ${status}`);
    });
    expect(found).toEqual([]);
  });

  test('show those who may something of their own', { timeout: 60_000 }, async () => {
    const clerk = readers.find(({ name }) => name === 'civil_status.own') ?? expect.fail('clerk');
    for (const pattern of [
      '/citizens/[id]',
      '/households/[id]',
      '/dwellings/[id]',
      '/units/[code]/residents',
      '/search',
      '/population/list',
    ]) {
      const [path = ''] = pages[pattern]?.({ world, place: world.places.own }) ?? [];
      const { text } = await open(clerk, path);
      const shown = world.places.own.markers.filter((marker) => text.includes(marker.text));
      expect(shown.length, path).toBeGreaterThan(0);
    }
  });
});
