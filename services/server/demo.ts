import { plusYears } from '@nocgia/infra/demo/days.ts';
import { demoPlace, generateWard } from '@nocgia/infra/demo/generate.ts';
import type { DemoSize, DemoWard, Dwelling, LifeEvent } from '@nocgia/infra/demo/model.ts';
import type { Role } from '@nocgia/schemas/events/account.ts';
import { v7 as uuidv7 } from 'uuid';
import { systemAuthority } from '../access/authority.ts';
import { dayInVietnam } from '@nocgia/schemas/days.ts';
import { derivedId } from '../event-store/derived-id.ts';
import { dispatch, type Decided, type LoadStreams } from '../event-store/dispatcher.ts';
import { registerDwelling } from '../territory/dwelling/dwelling.ts';
import { COMMUNES_SINCE } from '../territory/reference/reference.ts';
import { unitStream } from '../territory/unit/unit.ts';
import { commandFor, keepIds, type Made } from './demo/commands.ts';
import { importHistory, PAST_DOSSIERS } from './demo/history.ts';
import { inTurns } from './demo/in-turns.ts';
import { demoDesk } from './demo/one-stop.ts';
import { remembering } from './demo/remembering.ts';
import { followRoofs } from './demo/roofs.ts';
import { attachScans, SCAN_COMMANDS } from './demo/scans.ts';
import type { PastDeps } from '../dossiers/past/deps.ts';
import { dossierFileDeps } from './dossier-files.ts';
import { pastDeps } from './imports.ts';
import type { Platform } from './platform.ts';
import type { ProjectionHandle } from './projecting.ts';
import { establishWard, openFirstAccount } from './setup.ts';

type Decide = (load: LoadStreams) => Promise<Decided>;

export type { DemoSize } from '@nocgia/infra/demo/model.ts';

/** Everybody's password in the demo ward: it is no secret, since nobody in it is real. */
export const DEMO_PASSWORD = 'nocgia-demo-2026';

export interface DemoAccount {
  username: string;
  displayName: string;
  role: Role;
  unit: string;
}

/** One account for each kind of reader. */
export function demoAccounts(ward: Pick<DemoWard, 'city' | 'ward' | 'neighbourhoods'>): DemoAccount[] {
  const first = ward.neighbourhoods[0]?.code ?? ward.ward.code;
  const of = (username: string, displayName: string, role: Role, unit = ward.ward.code): DemoAccount => ({
    username,
    displayName,
    role,
    unit,
  });
  return [
    of('hotich', 'Trần Thị Hộ Tịch', 'civil_status'),
    of('tiepnhan', 'Lê Văn Tiếp Nhận', 'desk'),
    of('xahoi', 'Phạm Thị Xã Hội', 'social'),
    of('kinhte', 'Đỗ Văn Kinh Tế', 'economy'),
    of('diachinh', 'Mai Thị Địa Chính', 'land'),
    of('congan', 'Nguyễn Văn Công An', 'police'),
    of('quansu', 'Võ Văn Quân Sự', 'military'),
    of('khupho', 'Nguyễn Thị Khu Phố', 'board', first),
    of('lanhdao', 'Đặng Văn Lãnh Đạo', 'leader'),
    of('sonoivu', 'Huỳnh Thị Sở Ngành', 'department', ward.city.code),
    of('kiemtra', 'Bùi Văn Kiểm Tra', 'auditor'),
    of('quantri', 'Ngô Thị Quản Trị', 'administrator'),
  ];
}

const defaultSize: DemoSize = { seed: 27226, dwellings: 5000, neighbourhoods: 12, years: 3, dossiers: 1500 };

/** Commands under way together: enough for full batches of the log, few enough for the memory of a small machine. */
const AT_ONCE = 512;

/** How long the import of a history waits for the rows of the ward. */
const ROWS_MS = 600_000;

/** Streams that the demo ward's own commands begin. */
const ownStreams = /^(dwelling|household|citizen|claim|dossier|numbering|rating)-/;

/** The ward as it stands in this log, when somebody else has founded it: then no invented person may come in beside theirs. */
async function foundedByOthers(
  platform: Platform,
  ward: string,
): Promise<{ since: string; neighbourhoods: { code: string; name: string }[] } | null> {
  const { rows } = await platform.appPool.query<{ code: string; name: string; since: string }>(
    'select code, name, valid_from::text as since from view.units where code = $1 or parent = $1 order by code',
    [ward],
  );
  const [own, ...neighbourhoods] = rows;
  return own ? { since: own.since, neighbourhoods } : null;
}

/**
 * Loads the synthetic ward through the ordinary commands, as the system. Every command id follows from the seed, so that a load that
 * broke off goes on where it was. Does nothing once it is whole. A ward that came in by an import instead gets its accounts only. The desk's
 * history of another software is taken in where rows are being projected, by `projecting`, since the import goes by them.
 */
export async function loadDemo(
  platform: Platform,
  onProgress: (done: number, total: number) => void,
  size: DemoSize = defaultSize,
  projecting?: Pick<ProjectionHandle, 'waitFor' | 'pause'>,
): Promise<DemoAccount[]> {
  // The number goes with the way in which the ward is generated: what another way had begun is not gone on with.
  const run = derivedId('demo', 2, size.seed);
  const place = demoPlace(size.neighbourhoods);
  const wardCode = place.ward.code;
  const fresh = (await platform.log.store.findCommand(derivedId(run, 'unit', wardCode))) === null;
  const theirs = fresh ? await foundedByOthers(platform, wardCode) : null;
  const accounts = demoAccounts(theirs ? { ...place, neighbourhoods: theirs.neighbourhoods } : place).filter(
    ({ role, unit }) => role !== 'board' || unit !== wardCode,
  );
  const { rows } = await platform.appPool.query<{ n: string }>('select count(*) as n from app.credentials');
  if (Number(rows[0]?.n) >= accounts.length) return accounts;

  const source = { kind: 'demo', id: run } as const;
  const context = { actor: 'system', source, correlation: run };
  const log = remembering(platform.log, { fresh, written: ownStreams });
  let [done, total] = [0, 0];
  const execute = async (name: string, decide: Decide, actor?: string) => {
    const request = {
      commandId: derivedId(run, name),
      name,
      payload: {},
      context: actor ? { ...context, actor } : context,
    };
    const outcome = await dispatch(log, request, decide);
    if (!outcome.ok) throw new Error(`demo ${name}: ${outcome.rejection.code} ${outcome.rejection.field ?? ''}`);
    onProgress(++done, total);
    return (outcome.result ?? {}) as Record<string, string>;
  };
  const made: Made = { dwellings: [], households: [], people: [] };
  const opened = new Map<Role, string>();
  // The last account is opened when all is there: it is by the number of accounts that a whole load is known.
  const last = accounts.slice(-1);
  if (theirs) await open(accounts);
  else {
    const today = await dayOfGeneration(platform);
    const ward = generateWard({ ...size, today });
    const { neighbourhoods, since } = ward;
    const refused = await establishWard(platform, { wardCode, neighbourhoods, since, run, source });
    if (refused) throw new Error(`demo ward: ${refused.code}`);
    const first = plusYears(today, -(size.years ?? 0));
    const desk = demoDesk({ seed: size.seed, dossiers: size.dossiers ?? 0, run, today, first, ward });
    total = peopleOf(ward) + desk.commands + desk.scanned.length * SCAN_COMMANDS;
    await loadPeople(ward, today);
    await open(accounts.slice(0, -1));
    await desk.work({ people: made.people, accounts: opened, execute, atOnce: AT_ONCE });
    if (projecting && desk.commands > 0) {
      const dossiers = Math.min(PAST_DOSSIERS, size.dossiers ?? 0);
      await importHistory(historyDeps(platform, projecting), { run, ward: wardCode, first, dossiers });
    }
    await attachScans(dossierFileDeps(platform), desk.scanned, { desk: opened.get('desk'), execute });
    await open(last);
  }
  return accounts;

  async function open(some: readonly DemoAccount[]): Promise<void> {
    for (const { username, displayName, role, unit } of some) {
      const position = { role, unit, title: null, from: theirs?.since ?? COMMUNES_SINCE, until: null };
      const account = { username, displayName, password: DEMO_PASSWORD, mustChange: false };
      const outcome = await openFirstAccount(platform, { ...account, position, run, source });
      if (outcome.ok) opened.set(role, outcome.accountId);
      else if (outcome.rejection.code !== 'USERNAME_TAKEN') throw new Error(`demo account: ${outcome.rejection.code}`);
    }
  }

  async function loadPeople(ward: DemoWard, today: string): Promise<void> {
    const env = { may: systemAuthority, today, newId: uuidv7, claimHash: platform.claimHash };
    const happen = async (name: string, event: LifeEvent): Promise<void> => {
      keepIds(event, await execute(`${name} ${event.type}`, commandFor(event, made, env)), made);
    };
    const found = async (dwelling: Dwelling): Promise<void> => {
      const { index, houseNumber, oldNumber, street, kind } = dwelling;
      const neighbourhood =
        dwelling.neighbourhood === null ? null : (ward.neighbourhoods[dwelling.neighbourhood]?.code ?? null);
      const address = { houseNumber, oldNumber, street, kind, point: null };
      const roof = { ward: wardCode, neighbourhood, ...address, occurredOn: ward.since };
      const { dwellingId = '' } = await execute(`dwelling ${index}`, registerDwelling(roof, env));
      made.dwellings[index] = dwellingId;
      for (const [n, event] of (ward.founding[index] ?? []).entries()) await happen(`dwelling ${index}.${n}`, event);
    };
    await inTurns(ward.dwellings, ({ index }) => [index], found, AT_ONCE);
    const roofs = followRoofs();
    for (const event of ward.founding.flat()) roofs(event);
    await inTurns(ward.life, roofs, (event, index) => happen(`life ${index}`, event), AT_ONCE);
  }
}

/** What its import works with: nobody waits behind it, and the rows of the whole ward come first. */
function historyDeps(platform: Platform, projecting: Pick<ProjectionHandle, 'waitFor' | 'pause'>): PastDeps {
  const { pause } = projecting;
  const waitFor: typeof projecting.waitFor = (position) => projecting.waitFor(position, ROWS_MS);
  return pastDeps(platform, { pause, waitFor }, () => null);
}

/** How many commands the people of a ward and their roofs take. */
function peopleOf({ dwellings, founding, life }: DemoWard): number {
  return dwellings.length + founding.reduce((sum, one) => sum + one.length, 0) + life.length;
}

/** The day on which the load began, which fixes all ages: one that broke off goes on as it was begun. Today where none has begun. */
async function dayOfGeneration(platform: Platform): Promise<string> {
  const [first] = await platform.log.readStream(unitStream('79'), { limit: 1 });
  return dayInVietnam(first?.context.source?.kind === 'demo' ? new Date(first.recordedAt) : platform.now());
}
