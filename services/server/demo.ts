import { generateWard, type DemoDwelling, type DemoWard } from '@nocgia/infra/demo/generate.ts';
import type { Role } from '@nocgia/schemas/events/account.ts';
import { v7 as uuidv7 } from 'uuid';
import { systemAuthority } from '../access/authority.ts';
import { dayInVietnam } from '../access/sign-in/reader.ts';
import { derivedId } from '../event-store/derived-id.ts';
import { dispatch, type Decided, type LoadStreams } from '../event-store/dispatcher.ts';
import { registerCitizen } from '../registry/citizen/citizen.ts';
import { formHousehold } from '../registry/household/household.ts';
import { registerDwelling } from '../territory/dwelling/dwelling.ts';
import { COMMUNES_SINCE } from '../territory/reference/reference.ts';
import type { Platform } from './platform.ts';
import { establishWard, openFirstAccount } from './setup.ts';

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
    of('congan', 'Nguyễn Văn Công An', 'police'),
    of('quansu', 'Võ Văn Quân Sự', 'military'),
    of('khupho', 'Nguyễn Thị Khu Phố', 'board', first),
    of('lanhdao', 'Đặng Văn Lãnh Đạo', 'leader'),
    of('sonoivu', 'Huỳnh Thị Sở Ngành', 'department', ward.city.code),
    of('kiemtra', 'Bùi Văn Kiểm Tra', 'auditor'),
    of('quantri', 'Ngô Thị Quản Trị', 'administrator'),
  ];
}

/** How large the demo ward is, and the seed that it grows from. */
export interface DemoSize {
  seed: number;
  dwellings: number;
  neighbourhoods: number;
}
const defaultSize: DemoSize = { seed: 27226, dwellings: 320, neighbourhoods: 6 };

const AT_ONCE = 24;

/** The ward as it stands in this log, when somebody else has founded it: then no invented person may come in beside theirs. */
async function foundedByOthers(
  platform: Platform,
  run: string,
  ward: string,
): Promise<{ since: string; neighbourhoods: { code: string; name: string }[] } | null> {
  if (await platform.log.store.findCommand(derivedId(run, 'unit', ward))) return null;
  const { rows } = await platform.appPool.query<{ code: string; name: string; since: string }>(
    'select code, name, valid_from::text as since from view.units where code = $1 or parent = $1 order by code',
    [ward],
  );
  const [own, ...neighbourhoods] = rows;
  return own ? { since: own.since, neighbourhoods } : null;
}

/**
 * Loads the synthetic ward through the ordinary commands, as the system. Every command id follows from the seed, so that a load that
 * broke off goes on where it was. Does nothing once it is whole. A ward that came in by an import instead gets its accounts only.
 */
export async function loadDemo(
  platform: Platform,
  onProgress: (done: number, total: number) => void,
  size: DemoSize = defaultSize,
): Promise<DemoAccount[]> {
  // The day of the generation is fixed by the first account, which comes last: until then today decides, afterwards nothing is loaded.
  const today = dayInVietnam(platform.now());
  const ward = generateWard({ ...size, today });
  const run = derivedId('demo', `${size.seed}`);
  const theirs = await foundedByOthers(platform, run, ward.ward.code);
  const accounts = demoAccounts(theirs ? { ...ward, neighbourhoods: theirs.neighbourhoods } : ward).filter(
    ({ role, unit }) => role !== 'board' || unit !== ward.ward.code,
  );
  const { rows } = await platform.appPool.query<{ n: string }>('select count(*) as n from app.credentials');
  if (Number(rows[0]?.n) >= accounts.length) return accounts;

  const source = { kind: 'demo', id: run } as const;
  const context = { actor: 'system', source, correlation: run };
  const env = { may: systemAuthority, today, newId: uuidv7, claimHash: platform.claimHash };
  const execute = async (
    name: string,
    decide: (load: LoadStreams) => Promise<Decided>,
  ): Promise<Record<string, string>> => {
    const outcome = await dispatch(
      platform.log,
      { commandId: derivedId(run, name), name, payload: {}, context },
      decide,
    );
    if (!outcome.ok) throw new Error(`demo ${name}: ${outcome.rejection.code} ${outcome.rejection.field ?? ''}`);
    return outcome.result as Record<string, string>;
  };

  if (!theirs) await loadPeople();
  for (const { username, displayName, role, unit } of accounts) {
    const position = { role, unit, title: null, from: theirs?.since ?? COMMUNES_SINCE, until: null };
    const opened = await openFirstAccount(platform, {
      username,
      displayName,
      password: DEMO_PASSWORD,
      mustChange: false,
      position,
      run,
      source,
    });
    if (!opened.ok && opened.rejection.code !== 'USERNAME_TAKEN')
      throw new Error(`demo account: ${opened.rejection.code}`);
  }
  return accounts;

  async function loadPeople(): Promise<void> {
    const refused = await establishWard(platform, {
      wardCode: ward.ward.code,
      neighbourhoods: ward.neighbourhoods,
      since: COMMUNES_SINCE,
      run,
      source,
    });
    if (refused) throw new Error(`demo ward: ${refused.code}`);

    const load = async (dwelling: DemoDwelling, index: number): Promise<void> => {
      const { houseNumber, oldNumber, street, kind } = dwelling;
      const neighbourhood =
        dwelling.neighbourhood === null ? null : (ward.neighbourhoods[dwelling.neighbourhood]?.code ?? null);
      const { dwellingId = '' } = await execute(
        `dwelling ${index}`,
        registerDwelling(
          {
            ward: ward.ward.code,
            neighbourhood,
            houseNumber,
            oldNumber,
            street,
            kind,
            point: null,
            occurredOn: COMMUNES_SINCE,
          },
          env,
        ),
      );
      for (const [h, household] of dwelling.households.entries()) {
        const occurredOn = household.people[0]?.since ?? today;
        const { householdId = '' } = await execute(
          `household ${index}.${h}`,
          formHousehold({ dwellingId, details: { number: household.number }, occurredOn }, env),
        );
        for (const [p, person] of household.people.entries()) {
          const {
            fullName,
            sex,
            birth,
            nationalId,
            phone,
            ethnicity,
            religion,
            occupation,
            relation,
            kind: residence,
            since,
            until,
          } = person;
          const details = {
            fullName,
            sex,
            birth,
            nationalId,
            phone,
            ethnicity,
            religion,
            occupation,
            nationality: 'VNM',
          };
          await execute(
            `citizen ${index}.${h}.${p}`,
            registerCitizen(
              {
                details,
                householdId,
                relation,
                kind: residence,
                cause: 'first_entry',
                since,
                estimated: false,
                until,
                source: 'board',
                cameFrom: null,
              },
              env,
            ),
          );
        }
      }
    };
    let next = 0;
    let done = 0;
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let index = next++; index < ward.dwellings.length; index = next++) {
          const dwelling = ward.dwellings[index];
          if (dwelling) await load(dwelling, index);
          onProgress(++done, ward.dwellings.length);
        }
      }),
    );
  }
}
