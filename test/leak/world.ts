import type { Role } from '@nocgia/schemas/events/account.ts';
import { systemAuthority } from '@nocgia/services/access/authority.ts';
import { endPosition } from '@nocgia/services/access/account/account.ts';
import { dayInVietnam } from '@nocgia/schemas/days.ts';
import { dispatch, type Decided, type LoadStreams } from '@nocgia/services/event-store/dispatcher.ts';
import { registerCitizen } from '@nocgia/services/registry/citizen/citizen.ts';
import { arriveByNationalId } from '@nocgia/services/registry/citizen/life/arrival.ts';
import { joinHousehold, leaveHousehold } from '@nocgia/services/registry/citizen/residence.ts';
import { formHousehold } from '@nocgia/services/registry/household/household.ts';
import { grantHouseholdStatus } from '@nocgia/services/registry/household/status.ts';
import { openFirstAccount } from '@nocgia/services/server/setup.ts';
import { confirmDwelling } from '@nocgia/services/territory/dwelling/confirm.ts';
import { registerDwelling } from '@nocgia/services/territory/dwelling/dwelling.ts';
import { establishUnit } from '@nocgia/services/territory/unit/unit.ts';
import { v7 as uuidv7 } from 'uuid';
import type { TestServer } from '../support/server.ts';
import { takeDossiersIn } from './dossiers.ts';
import { takePastIn } from './past.ts';
import { markersOf, person, type Marker } from './person.ts';

/** Somewhere people live, with one of everything that an operation may be asked about. */
export interface Place {
  name: string;
  ward: string;
  neighbourhood: string | null;
  /** The unit that lists and figures are asked for. */
  unit: string;
  street: string;
  dwellingId: string;
  householdId: string;
  headId: string;
  residenceId: string;
  /** A second person of the household, whom mutations may deal with. */
  memberId: string;
  memberResidenceId: string;
  /** Somebody who lived here and lives in a ward of which nobody reads. */
  formerId: string;
  /** Somebody who lived here, went to another ward of which others read, and arrived there by their number. */
  movedId: string;
  accountId: string;
  positionId: string;
  importId: string | null;
  /** Dossiers of another software, taken in. */
  pastImportId: string;
  procedureId: string;
  dossierId: string;
  /** A dossier that is settled and waits to be written into the register. */
  settledId: string;
  dossierCode: string;
  /** A scan of the dossier that holds a text of its own. */
  fileId: string;
  /** The slip of the dossier, printed once. */
  paperId: string;
  markers: readonly Marker[];
}

export interface World {
  today: string;
  places: Record<PlaceName, Place>;
}

export type PlaceName = 'own' | 'sharedPrefix' | 'unplaced' | 'otherWard';

interface Lying {
  word: string;
  n: number;
  ward: string;
  neighbourhood: string | null;
  /** Where somebody of this place went to. */
  goesTo: PlaceName;
}

/** 27226-003 and 27226-030 share all their digits but one nought; wards 27226 and 27232 share their first three. */
const lying: Record<PlaceName, Lying> = {
  own: { word: 'kappa', n: 3, ward: '27226', neighbourhood: '27226-003', goesTo: 'otherWard' },
  sharedPrefix: { word: 'lambda', n: 4, ward: '27226', neighbourhood: '27226-030', goesTo: 'otherWard' },
  unplaced: { word: 'sigma', n: 5, ward: '27226', neighbourhood: null, goesTo: 'otherWard' },
  otherWard: { word: 'omega', n: 6, ward: '27232', neighbourhood: '27232-003', goesTo: 'own' },
};

/** A ward in which no reader has anything to do. */
const away = '27259';

/** Makes the places and the people in them through the ordinary commands, as the system. */
export async function buildWorld(server: TestServer): Promise<World> {
  const { platform } = server;
  const today = dayInVietnam(platform.now());
  const env = { may: systemAuthority, actor: null, today, newId: uuidv7, claimHash: platform.claimHash };
  const run = async (
    name: string,
    decide: (load: LoadStreams) => Promise<Decided>,
  ): Promise<Record<string, string>> => {
    const context = { actor: 'system', correlation: 'world' };
    const outcome = await dispatch(platform.log, { commandId: uuidv7(), name, payload: uuidv7(), context }, decide);
    if (!outcome.ok) throw new Error(`${name}: ${outcome.rejection.code} ${outcome.rejection.field ?? ''}`);
    return (outcome.result ?? {}) as Record<string, string>;
  };
  const unit = (code: string, level: 'city' | 'ward' | 'neighbourhood', parent: string | null) =>
    run(
      'establishUnit',
      establishUnit({ code, level, name: `Đơn vị ${code}`, parent, occurredOn: '2025-07-01', predecessors: [] }, env),
    );
  await unit('79', 'city', null);
  for (const ward of ['27226', '27232', away]) await unit(ward, 'ward', '79');
  for (const code of ['27226-003', '27226-030', '27232-003']) await unit(code, 'neighbourhood', code.slice(0, 5));

  const stay = (householdId: string, cameFrom: string) => ({
    ...{ householdId, relation: 'lodger', kind: 'permanent', cause: 'first_entry', since: '2025-07-02' },
    ...{ estimated: false, until: null, source: 'board', cameFrom },
  });
  /** Somebody lived under this roof and left it for the ward away. */
  const leave = async (dwellingId: string, word: string, which: string): Promise<string> => {
    const home = { dwellingId, details: {}, occurredOn: '2025-07-01' };
    const { householdId = '' } = await run('formHousehold', formHousehold(home, env));
    const details = { fullName: `Ho${which}${word} Ten${which}${word}`, sex: 'male' as const, birth: null };
    const residence = stay(householdId, `tu${which}${word}`);
    const person = await run('registerCitizen', registerCitizen({ details, ...residence }, env));
    const { citizenId = '', residenceId = '' } = person;
    const left = { citizenId, residenceId, cause: 'departure', occurredOn: '2025-08-01' };
    await run('leaveHousehold', leaveHousehold({ ...left, wentTo: `noi${which}${word}`, toWard: away }, env));
    return citizenId;
  };

  const settle = async ({ word, n, ward, neighbourhood }: Lying, name: string): Promise<Place> => {
    const street = `Duong${word}`;
    const roof = {
      ward,
      neighbourhood,
      houseNumber: `9${n}/${word}`,
      oldNumber: `socu${word}`,
      street,
      kind: 'house',
      point: null,
      occurredOn: '2025-07-01',
    } as const;
    const { dwellingId = '' } = await run('registerDwelling', registerDwelling(roof, env));
    const details = { number: `sn${word}`, phone: `0909${n}${n}${n}${n}${n}${n}`, note: `ghichuho${word}` };
    const declared = { kind: 'declaration', number: `tokhai${word}`, issuedOn: null, issuedBy: null } as const;
    const visited = { kind: 'visit', number: `xacminh${word}`, issuedOn: null, issuedBy: `donvi${word}` } as const;
    const confirmed = { dwellingId, method: 'visit', occurredOn: '2025-07-02', evidence: visited };
    await run('confirmDwelling', confirmDwelling(confirmed, env));
    const { householdId = '' } = await run(
      'formHousehold',
      formHousehold({ dwellingId, details, occurredOn: '2025-07-01', evidence: declared }, env),
    );
    const settled = async (which: 'head' | 'member') => {
      const residence = {
        householdId,
        relation: which === 'head' ? 'head' : 'sibling',
        kind: 'permanent',
        cause: 'first_entry',
        since: '2025-07-02',
        estimated: false,
        until: null,
        source: 'board',
        cameFrom: `tu${word}${which}`,
      };
      return run('registerCitizen', registerCitizen({ details: person(word, n, which), ...residence }, env));
    };
    const head = await settled('head');
    const member = await settled('member');
    const paper = { kind: 'decision', number: `qdngheo${word}`, issuedOn: null, issuedBy: null } as const;
    await run(
      'grantHouseholdStatus',
      grantHouseholdStatus(
        { householdId, status: 'poor', occurredOn: '2025-07-02', until: null, evidence: paper },
        env,
      ),
    );
    const formerId = await leave(dwellingId, word, 'cu');
    const lodging = { ...roof, ward: away, neighbourhood: null, houseNumber: '1', oldNumber: null, street: 'Xa' };
    const far = await run('registerDwelling', registerDwelling(lodging, env));
    const home = { dwellingId: far.dwellingId ?? '', details: {}, occurredOn: '2025-07-01' };
    const { householdId: elsewhere = '' } = await run('formHousehold', formHousehold(home, env));
    const arrived = { ...stay(elsewhere, `den${word}`), cause: 'arrival', since: '2025-08-01' };
    await run('joinHousehold', joinHousehold({ ...arrived, citizenId: formerId }, env));
    await leave(dwellingId, word, 'di');
    const opened = await hire(server, `nv.${word}`, 'desk', ward, { displayName: `Can Bo ${word}` });
    const residence = (text: string): Marker => ({ text, group: 'residence' });
    return {
      name,
      ward,
      neighbourhood,
      unit: neighbourhood ?? ward,
      street,
      dwellingId,
      householdId,
      headId: head.citizenId ?? '',
      residenceId: head.residenceId ?? '',
      memberId: member.citizenId ?? '',
      memberResidenceId: member.residenceId ?? '',
      formerId,
      movedId: '',
      accountId: opened,
      positionId: '',
      importId: null,
      pastImportId: '',
      procedureId: '',
      dossierId: '',
      settledId: '',
      dossierCode: '',
      fileId: '',
      paperId: '',
      markers: [
        ...markersOf(person(word, n, 'head')),
        ...markersOf(person(word, n, 'member')),
        residence(street),
        residence(roof.houseNumber),
        residence(roof.oldNumber),
        residence(details.number),
        residence(`tu${word}head`),
        residence(`tu${word}member`),
        ...['cu', 'di'].flatMap((which): Marker[] => [
          { text: `Ho${which}${word} Ten${which}${word}`, group: 'identity' },
          residence(`noi${which}${word}`),
          residence(`tu${which}${word}`),
        ]),
        { text: details.phone, group: 'contact' },
        { text: details.note, group: 'notes' },
        ...[declared.number, visited.number, visited.issuedBy].map(residence),
        { text: paper.number, group: 'policyStatus' },
        { text: `Can Bo ${word}`, group: 'colleague' },
        { text: `nv.${word}`, group: 'account' },
      ],
    };
  };
  const entries: [string, Place][] = [];
  for (const [name, where] of Object.entries(lying)) entries.push([name, await settle(where, name)]);
  await server.projecting.waitFor(await platform.log.store.head(), 20_000);
  const places = Object.fromEntries(entries) as World['places'];
  /** Somebody lives in one place, leaves it, and arrives in a household of another ward by their number. */
  const move = async (from: PlaceName): Promise<void> => {
    const { word, n, goesTo } = lying[from];
    const [old, next] = [places[from], places[goesTo]];
    const roof = (dwellingId: string) =>
      run('formHousehold', formHousehold({ dwellingId, details: {}, occurredOn: '2025-07-01' }, env));
    const details = person(word, n, 'mover');
    const { householdId: before = '' } = await roof(old.dwellingId);
    const residence = stay(before, `tux${word}`);
    const { citizenId = '', residenceId = '' } = await run(
      'registerCitizen',
      registerCitizen({ details, ...residence }, env),
    );
    const left = { citizenId, residenceId, cause: 'departure', occurredOn: '2025-08-01' };
    await run('leaveHousehold', leaveHousehold({ ...left, wentTo: `noix${word}`, toWard: next.ward }, env));
    const { householdId = '' } = await roof(next.dwellingId);
    const { nationalId, fullName, birth } = details;
    const arrival = { householdId, nationalId, fullName, birth, relation: 'lodger', kind: 'permanent' };
    await run(
      'arriveByNationalId',
      arriveByNationalId({ ...arrival, since: '2025-08-01', until: null, source: 'police', evidence: null }, env),
    );
    old.movedId = citizenId;
    // Where they live now shows all of them; the place they left keeps a card: the name, and where they went.
    const card = [details.fullName, ...details.fullName.split(' '), `noix${word}`];
    next.markers = [
      ...next.markers,
      { text: `tux${word}`, group: 'residence' },
      { text: `noix${word}`, group: 'residence', also: from },
      ...markersOf(details).map((marker) => (card.includes(marker.text) ? { ...marker, also: from } : marker)),
    ];
  };
  for (const from of Object.keys(lying) as PlaceName[]) await move(from);
  await takeDossiersIn(server, Object.values(places));
  await takePastIn(server, Object.values(places));
  await server.projecting.waitFor(await platform.log.store.head(), 20_000);
  for (const place of Object.values(places)) {
    const { rows } = await platform.appPool.query<{ id: string }>(
      'select id from view.account_position where account_id = $1',
      [place.accountId],
    );
    place.positionId = rows[0]?.id ?? '';
  }
  return { today, places };
}

export const PASSWORD = 'mưa rơi ngoài hiên';

/** Opens an account with one position; answers its id. */
export async function hire(
  server: TestServer,
  username: string,
  role: Role,
  unit: string,
  options: { displayName?: string; from?: string; until?: string | null } = {},
): Promise<string> {
  const position = { role, unit, title: null, from: options.from ?? '2025-07-01', until: options.until ?? null };
  const account = {
    username,
    displayName: options.displayName ?? `Người ${username}`,
    password: PASSWORD,
    mustChange: false,
    position,
  };
  const opened = await openFirstAccount(server.platform, {
    ...account,
    run: uuidv7(),
    source: { kind: 'form', id: uuidv7() },
  });
  if (!opened.ok) throw new Error(`${username}: ${opened.rejection.code}`);
  return opened.accountId;
}

/** Takes every position away from an account. */
export async function dismiss(server: TestServer, accountId: string): Promise<void> {
  const { platform } = server;
  const today = dayInVietnam(platform.now());
  const env = { may: systemAuthority, actor: null, today, newId: uuidv7, claimHash: platform.claimHash };
  await server.projecting.waitFor(await platform.log.store.head(), 20_000);
  const { rows } = await platform.appPool.query<{ id: string }>(
    'select id from view.account_position where account_id = $1',
    [accountId],
  );
  for (const { id: positionId } of rows) {
    const context = { actor: 'system', correlation: 'world' };
    await dispatch(
      platform.log,
      { commandId: uuidv7(), name: 'endPosition', payload: positionId, context },
      endPosition({ accountId, positionId, occurredOn: today }, env),
    );
  }
}
