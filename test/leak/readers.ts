import type { Role } from '@nocgia/schemas/events/account.ts';
import { fieldsOf, noFields } from '@nocgia/services/access/field-table.ts';
import type { FieldGroup, FieldRight } from '@nocgia/services/access/scope.ts';
import type { TestServer } from '../support/server.ts';
import type { Marker } from './person.ts';
import { dismiss, hire, PASSWORD, type Place, type PlaceName, type World } from './world.ts';

/** How a reader stands to the place that is asked about. */
export type Standing = 'own' | 'sharedPrefix' | 'otherWard' | 'expired' | 'ahead' | 'none';

export interface Reader {
  name: string;
  role: Role | null;
  unit: string | null;
  standing: Standing;
  cookie: string | null;
  /** Places whose rows the reader may see. */
  reach: readonly PlaceName[];
  fields: Readonly<Record<FieldGroup, FieldRight>>;
}

const roles = [
  'board',
  'desk',
  'civil_status',
  'social',
  'economy',
  'land',
  'police',
  'military',
  'leader',
  'department',
  'auditor',
  'administrator',
] as const satisfies readonly Role[];
const inNeighbourhood: readonly Role[] = ['board', 'desk', 'civil_status', 'social', 'police', 'military'];
/** Who sees what is in a file that is being taken in. */
const importReaders: readonly Role[] = ['civil_status', 'administrator', 'leader'];
const rowless: readonly Role[] = ['department', 'administrator'];

function unitFor(role: Role, standing: Standing): string | null {
  const far = standing === 'otherWard';
  if (role === 'board') return far ? '27232-003' : standing === 'sharedPrefix' ? '27226-030' : '27226-003';
  if (standing === 'sharedPrefix') return inNeighbourhood.includes(role) ? '27226-030' : null;
  // A department stands above all wards: its own unit is the city, and there is no other.
  if (role === 'department') return far ? null : '79';
  return far ? '27232' : '27226';
}

function reachOf(role: Role, standing: Standing): PlaceName[] {
  if (rowless.includes(role)) return [];
  switch (standing) {
    case 'own':
      return role === 'board' ? ['own'] : ['own', 'sharedPrefix', 'unplaced'];
    case 'sharedPrefix':
      return ['sharedPrefix'];
    case 'otherWard':
      return ['otherWard'];
    case 'expired':
    case 'ahead':
    case 'none':
      return [];
  }
}

/** Everybody who asks: each role × own unit, shared prefix, other ward, expired, not begun; somebody without a position, and nobody. */
export async function hireReaders(server: TestServer, world: World): Promise<Reader[]> {
  const readers: Reader[] = [];
  for (const role of roles) {
    for (const standing of ['own', 'sharedPrefix', 'otherWard', 'expired', 'ahead'] as const) {
      const unit = unitFor(role, standing);
      if (unit === null || (standing === 'ahead' && role !== 'leader')) continue;
      const name = `${role}.${standing}`.toLowerCase();
      const period =
        standing === 'expired' ? { until: '2025-12-31' } : standing === 'ahead' ? { from: '2099-01-01' } : {};
      await hire(server, name, role, unit, period);
      const held = standing !== 'expired' && standing !== 'ahead';
      const fields = held ? fieldsOf(role, world.today) : noFields;
      readers.push({ name, role, unit, standing, cookie: null, reach: held ? reachOf(role, standing) : [], fields });
    }
  }
  const nobody = { role: null, unit: null, standing: 'none', cookie: null, reach: [], fields: noFields } as const;
  await dismiss(server, await hire(server, 'without.position', 'leader', '27226'));
  readers.push({ ...nobody, name: 'without.position' }, { ...nobody, name: 'anonymous' });
  await server.projecting.waitFor(await server.platform.log.store.head(), 20_000);
  for (const reader of readers) if (reader.name !== 'anonymous') reader.cookie = await signIn(server, reader.name);
  return readers;
}

/** Signs in from an address of one's own, since so many at once from one would be throttled. */
async function signIn(server: TestServer, username: string): Promise<string> {
  const answer = await server.app.inject({
    method: 'POST',
    url: '/auth/sign-in',
    payload: { username, password: PASSWORD },
    remoteAddress: `10.9.${username.length}.${[...username].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 250}`,
  });
  const cookie = answer.cookies.find(({ name }) => name === 'nocgia_session');
  if (!cookie) throw new Error(`sign-in of ${username}: ${answer.statusCode}`);
  return `${cookie.name}=${encodeURIComponent(cookie.value)}`;
}

/** What of a place must never stand in an answer to this reader. */
export function forbidden(reader: Reader, place: Place): Marker[] {
  return place.markers.filter(({ group, also }) => {
    const inReach = reader.reach.some((name) => name === place.name || name === also);
    const inCharge = isHeld(reader) && reader.unit === place.ward;
    const works = isHeld(reader) && inCharge && ['desk', 'civil_status', 'leader'].includes(reader.role ?? '');
    if (group === 'dossier') return !works;
    // What a citizen said of those who worked is for the leader.
    if (group === 'dossierRating') return !works || reader.role !== 'leader';
    if (group === 'dossierContact') return !works || reader.role === 'leader';
    if (group === 'dossierAddress') return !works && !(isHeld(reader) && inCharge && reader.role === 'auditor');
    // Who hands work on knows whom to.
    if (group === 'colleague') return !works && !(inCharge && reader.role === 'administrator');
    if (group === 'account') return !(inCharge && reader.role === 'administrator');
    if (group === 'import') return !(inCharge && reader.role !== null && importReaders.includes(reader.role));
    return !inReach || reader.fields[group] === 'none' || reader.fields[group] === 'masked';
  });
}

function isHeld(reader: Reader): boolean {
  return reader.standing !== 'expired' && reader.standing !== 'ahead' && reader.standing !== 'none';
}

/** Places that somebody is asked about: one of those that are the same to them, as all are to who reaches nowhere, and all of this ward to who is of another. */
export function placesFor(reader: Reader, world: World): Place[] {
  const { own, otherWard } = world.places;
  if (!isHeld(reader)) return [own];
  return reader.standing === 'otherWard' ? [own, otherWard] : Object.values(world.places);
}

interface Watched extends Marker {
  place: string;
  /** As it is looked for in an answer. */
  folded: string;
}
interface Watch {
  markers: Watched[];
  /** Matches what has any of them in it, in one look. */
  any: RegExp;
}
const watched = new WeakMap<Reader, Watch>();
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** What must never stand in an answer to this reader, of all places; worked out once. */
function watchedBy(reader: Reader, world: World): Watch {
  const known = watched.get(reader);
  if (known) return known;
  const markers = Object.values(world.places).flatMap((place) =>
    forbidden(reader, place).map((marker) => ({ ...marker, place: place.name, folded: marker.text.toLowerCase() })),
  );
  const watch = { markers, any: new RegExp(markers.map(({ folded }) => escaped(folded)).join('|') || '(?!)') };
  watched.set(reader, watch);
  return watch;
}

/** Markers found in an answer that the reader must not see, with whose they are. */
export function leaks(reader: Reader, world: World, answer: string): string[] {
  const text = answer.normalize('NFC').toLowerCase();
  const { markers, any } = watchedBy(reader, world);
  if (!any.test(text)) return [];
  return markers
    .filter(({ folded }) => text.includes(folded))
    .map(({ text: shown, group, place, folded }) => `${shown} (${group} of ${place}) in ${around(text, folded)}`);
}

/** What stands before and after a text, for finding the field it came from. */
function around(text: string, found: string): string {
  const at = text.indexOf(found);
  return text.slice(Math.max(0, at - 80), at + found.length + 20);
}
