import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestServer } from '../support/server.ts';
import { asking, inTurns, type Ask } from './asking.ts';
import { rootFields } from './document.ts';
import { mutations } from './mutations.ts';
import { isPublic } from './public.ts';
import { queries, subscriptions } from './queries.ts';
import type { Asked } from './cases.ts';
import { openWorld } from './open-world.ts';
import { leaks, placesFor, type Reader } from './readers.ts';
import type { Place, World } from './world.ts';

let server: TestServer;
let world: World;
let readers: Reader[];
let ask: Ask;

beforeAll(async () => {
  ({ server, world, readers } = await openWorld());
  ask = asking(server);
}, 120_000);
afterAll(() => server.stop());

/** Asks a query of every reader about every place and gathers what they were shown and should not have been. */
async function leaksOf(name: string, by: readonly Reader[] = readers): Promise<string[]> {
  const found: string[] = [];
  const asked = by.flatMap((reader) => {
    const all = placesFor(reader, world).flatMap((place) =>
      (queries[name]?.ask({ world, place }) ?? []).map((variables) => ({ reader, place, variables })),
    );
    // What does not depend on the place is asked once.
    return [...new Map(all.map((one) => [JSON.stringify(one.variables), one])).values()];
  });
  await inTurns(asked, async ({ reader, place, variables }) => {
    const answer = await ask(reader, 'query', name, variables);
    const where = `${name} by ${reader.name} about ${place.name} ${JSON.stringify(variables)}`;
    found.push(...leaks(reader, world, answer.text).map((leak) => `${where}: ${leak}`));
    if (['INTERNAL', 'BAD_INPUT', 'none'].some((code) => answer.codes.includes(code)))
      found.push(`${where}: broke with ${answer.messages.join()}`);
    if (
      reader.name === 'anonymous' &&
      name !== 'viewer' &&
      !isPublic(name) &&
      !answer.codes.includes('UNAUTHENTICATED')
    )
      found.push(`${where}: answered to nobody: ${answer.text.slice(0, 300)}`);
  });
  return found;
}

describe('the matrix', () => {
  test('has every query, mutation and subscription of the SDL', () => {
    expect(Object.keys(queries).sort()).toEqual(rootFields('query'));
    expect(Object.keys(mutations).sort()).toEqual(rootFields('mutation'));
    expect(Object.keys(subscriptions).sort()).toEqual(rootFields('subscription'));
  });
});

describe.each(Object.keys(queries))('query %s', (name) => {
  test('shows nobody what they must not see', { timeout: 120_000 }, async () => {
    expect(await leaksOf(name)).toEqual([]);
  });

  test('shows those who may at least something of their own', async () => {
    for (const role of queries[name]?.shows ?? []) {
      const reader = readers.find((one) => one.role === role && one.standing === 'own') ?? expect.fail(role);
      const answers = await Promise.all(
        queries[name]
          ?.ask({ world, place: world.places.own })
          .map((variables) => ask(reader, 'query', name, variables)) ?? [],
      );
      const text = answers
        .map((answer) => answer.text)
        .join()
        .toLowerCase();
      const shown = world.places.own.markers.filter((marker) => text.includes(marker.text.toLowerCase()));
      expect(shown.length, `${name} by ${reader.name}: ${text.slice(0, 400)}`).toBeGreaterThan(0);
    }
  });
});

/** What a refusal may say: that it is not allowed, or that there is no such thing. */
const refusals = [
  'FORBIDDEN',
  'NOT_FOUND',
  'HOUSEHOLD_UNKNOWN',
  'DOSSIER_UNKNOWN',
  'STEP_NOT_YOURS',
  'UNAUTHENTICATED',
  // What anybody may send is refused for its form's token, which only a page that was opened for it holds.
  'PUBLIC_FORM_UNKNOWN',
  // Of a code without its digits, and of a token that opens nothing.
  'FOLLOW_UNKNOWN',
  'FOLLOW_ENDED',
  'PUBLIC_LIMIT',
  'UPLOAD_TOKEN',
];

/** Whether a mutation is for this reader at this place. */
function isAllowed(name: string, reader: Reader, place: Place): boolean {
  const roles = mutations[name]?.allowed ?? [];
  if (
    reader.role === null ||
    !roles.includes(reader.role) ||
    !['own', 'sharedPrefix', 'otherWard'].includes(reader.standing)
  )
    return false;
  return reader.reach.some((reached) => reached === place.name) || reader.unit === place.ward;
}

describe.each(Object.keys(mutations).filter((name) => !mutations[name]?.own))('mutation %s', (name) => {
  test('is refused to everybody else, says nothing and writes nothing', { timeout: 120_000 }, async () => {
    const found: string[] = [];
    const head = await server.platform.log.store.head();
    const asked = readers.flatMap((reader) =>
      placesFor(reader, world)
        .filter((place) => !isAllowed(name, reader, place))
        .map((place) => ({ reader, place })),
    );
    await inTurns(asked, async ({ reader, place }) => {
      const variables = mutations[name]?.ask({ world, place } satisfies Asked) ?? {};
      const answer = await ask(reader, 'mutation', name, variables);
      const where = `${name} by ${reader.name} at ${place.name}`;
      found.push(...leaks(reader, world, answer.text).map((leak) => `${where}: ${leak}`));
      if (answer.codes.length === 0) found.push(`${where}: was done`);
      else if (!answer.codes.every((code) => refusals.includes(code)))
        found.push(`${where}: ${answer.codes.join()} ${answer.messages.join()}`);
    });
    expect(found).toEqual([]);
    expect(await server.platform.log.store.head()).toBe(head);
  });
});

describe('who arrived by number from another ward', () => {
  const shown = async (reader: Reader, id: string) => ({
    whole: (await ask(reader, 'query', 'citizen', { id })).text.toLowerCase(),
    card: (await ask(reader, 'query', 'formerResident', { id })).text.toLowerCase(),
  });

  test.each(['civil_status', 'police', 'leader'] as const)(
    'is whole to %s of the new ward, and a card with name and whither to that of the old one',
    async (role) => {
      const at = (standing: Reader['standing']): Reader =>
        readers.find((one) => one.role === role && one.standing === standing) ?? expect.fail(role);
      const [old, next] = [
        await shown(at('own'), world.places.own.movedId),
        await shown(at('otherWard'), world.places.own.movedId),
      ];
      expect(old.whole).not.toContain('xkappa');
      expect(old.card).toContain('hoxkappa tenxkappa');
      expect(old.card).toContain('noixkappa');
      expect(next.whole).toContain('hoxkappa tenxkappa');
      expect(next.whole).toContain('quexkappa');
    },
  );
});

describe('while rows are made anew', () => {
  const watched = ['citizen', 'household', 'dwelling', 'search', 'populationList'];

  test.each(['people', 'population', 'account'])(
    '%s: nothing shows that must not, during and after',
    { timeout: 120_000 },
    async (projection) => {
      const witnesses = readers.filter(
        ({ role, standing }) =>
          role === null || (['board', 'civil_status', 'auditor'].includes(role) && standing !== 'ahead'),
      );
      let done = false;
      const rebuild = server.projecting.rebuild(projection).finally(() => (done = true));
      const found: string[] = [];
      for (let turn = 0; !done || turn < watched.length; turn++)
        found.push(...(await leaksOf(watched[turn % watched.length] ?? '', witnesses)));
      await rebuild;
      for (const name of watched) found.push(...(await leaksOf(name, witnesses)));
      expect(found).toEqual([]);
    },
  );
});

describe('what is allowed', () => {
  test.each(Object.keys(mutations).filter((name) => !mutations[name]?.own))(
    '%s is done for who may',
    { timeout: 60_000 },
    async (name) => {
      const allowed = mutations[name]?.allowed ?? [];
      const outcomes: string[] = [];
      for (const [index, role] of allowed.entries()) {
        const reader = readers.find((one) => one.role === role && one.standing === 'own') ?? expect.fail(role);
        const at = ['own', 'sharedPrefix', 'unplaced'].filter((place) =>
          isAllowed(name, reader, world.places[place as 'own']),
        );
        const place = world.places[(at[index % at.length] ?? 'own') as 'own'];
        const answer = await ask(reader, 'mutation', name, mutations[name]?.ask({ world, place }) ?? {});
        expect(leaks(reader, world, name === 'revealField' ? '' : answer.text), `${name} by ${reader.name}`).toEqual(
          [],
        );
        outcomes.push(answer.codes.join() || 'done');
      }
      const refused = outcomes.filter((outcome) => refusals.some((code) => outcome.includes(code)));
      if (!mutations[name]?.hindered) expect(refused).toEqual([]);
      if (!mutations[name]?.hindered && allowed.length > 0) expect(outcomes).toContain('done');
    },
  );

  test('every look in the access log is at somebody within the reach of who looked', async () => {
    await server.projecting.waitFor(await server.platform.log.store.head(), 10_000);
    const { rows } = await server.platform.appPool.query<{ username: string; ids: string[] }>(
      `select a.username, l.citizen_ids as ids from app.access_log l join view.account a on a.id = l.account_id
      where l.action <> 'number_in_use'`,
    );
    expect(rows.length).toBeGreaterThan(2);
    const placeOf = new Map(
      Object.values(world.places).flatMap((place) => [
        [place.headId, place.name],
        [place.memberId, place.name],
      ]),
    );
    const beyond = rows.flatMap(({ username, ids }) => {
      const reader = readers.find((one) => one.name === username);
      return ids
        .filter((id) => placeOf.has(id) && !reader?.reach.some((name) => name === placeOf.get(id)))
        .map((id) => `${username}: ${id}`);
    });
    expect(beyond).toEqual([]);
  });

  test("one's own account: no position of another's, no guess at a password, and signing out everywhere", async () => {
    const reader = readers.find((one) => one.name === 'desk.own') ?? expect.fail('desk');
    expect(
      (await ask(reader, 'mutation', 'choosePosition', { positionId: world.places.otherWard.positionId })).codes,
    ).toEqual(['POSITION_NOT_HELD']);
    expect(
      (await ask(reader, 'mutation', 'changePassword', { current: 'không phải', next: 'mật khẩu khác hẳn' })).codes,
    ).toEqual(['WRONG_PASSWORD']);
    expect((await ask(reader, 'mutation', 'signOutEverywhere', {})).codes).toEqual([]);
    expect((await ask(reader, 'query', 'today', {})).codes).toEqual(['UNAUTHENTICATED']);
  });
});
