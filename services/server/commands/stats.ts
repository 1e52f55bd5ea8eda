import { errorText, RejectionError } from '@nocgia/schemas/errors.ts';
import { isDay, unitCode } from '@nocgia/schemas/events/common.ts';
import * as v from 'valibot';
import { scopeOf, type TerritoryLookup } from '../../access/scope-of.ts';
import { withScope } from '../../access/scoped-db.ts';
import type { Scope } from '../../access/scope.ts';
import { dayInVietnam } from '@nocgia/schemas/days.ts';
import { knownAtEndOf, population } from '../../insight/population/queries.ts';
import { projectToHead } from '../projecting.ts';
import { exit, optional, required, UsageError, type CliCommand } from './command.ts';
import { print } from './terminal.ts';
import { withPlatform } from './with-platform.ts';

/** Whoever sits at the machine's own terminal reads the figures of any unit, as its leader would. */
function consoleScope(unit: string, today: string): Scope {
  const ward = unit.slice(0, 5);
  const itself: TerritoryLookup = { current: (code) => [code], wardsWithin: () => [] };
  const position = {
    id: 'console',
    role: 'leader',
    unit: ward,
    title: null,
    from: '2000-01-01',
    until: null,
    endedOn: null,
  } as const;
  return scopeOf({
    account: { id: 'console', closed: false },
    positions: [position],
    activePositionId: null,
    today,
    locale: 'vi',
    territory: itself,
  });
}

function dayOption(value: string | undefined, name: string): string | undefined {
  if (value !== undefined && !isDay(value)) throw new UsageError(`--${name}: YYYY-MM-DD`);
  return value;
}

/** Population of a unit on a day, as known on a day. */
export const stats: CliCommand = {
  words: 'stats',
  usage: '--unit CODE [--as-of DATE] [--known-at DATE] [--json]',
  summary: 'Dân số của một đơn vị vào một ngày / population of a unit on a day',
  details:
    '--unit: phường (27226) hoặc khu phố (27226-003) / ward or neighbourhood\n--as-of: ngày của số liệu, mặc định hôm nay / day of the figures, today by default\n--known-at: theo những gì đã ghi nhận đến hết ngày đó / as recorded by the end of that day',
  options: {
    unit: { type: 'string' },
    'as-of': { type: 'string' },
    'known-at': { type: 'string' },
    json: { type: 'boolean' },
  },
  positionals: [0, 0],
  async run({ values }) {
    const unit = required(values, 'unit');
    if (!v.safeParse(unitCode, unit).success || unit.length < 5) throw new UsageError('--unit: 27226 | 27226-003');
    const asOf = dayOption(optional(values, 'as-of'), 'as-of');
    const knownDay = dayOption(optional(values, 'known-at'), 'known-at');
    return withPlatform(async (platform) => {
      await projectToHead(platform, () => undefined);
      const today = dayInVietnam(platform.now());
      const scope = consoleScope(unit, today);
      try {
        const figures = await withScope(platform.appPool, scope, async (db) => {
          const knownAt = knownDay === undefined ? null : await knownAtEndOf(db, knownDay);
          const question = { unit, asOf: asOf ?? today, knownAt, boundaries: 'then' } as const;
          const permanent = await population(scope, db, { ...question, headcount: 'permanent' });
          const temporary = await population(scope, db, { ...question, headcount: 'temporary' });
          const present = await population(scope, db, { ...question, headcount: 'present' });
          return { permanent, temporary, present };
        });
        const { permanent, temporary, present } = figures;
        print(
          {
            unit,
            asOf: permanent.asOf,
            knownAt: permanent.knownAt,
            permanent: permanent.total.value,
            temporary: temporary.total.value,
            present: present.total.value,
            male: permanent.bySex.male.value,
            female: permanent.bySex.female.value,
            unknownSex: permanent.bySex.unknown.value,
            households: permanent.households.value,
            dwellings: permanent.dwellings.value,
          },
          values.json === true,
        );
        return exit.ok;
      } catch (error) {
        if (!(error instanceof RejectionError)) throw error;
        process.stderr.write(`${errorText('vi', error.rejection)}\n${errorText('en', error.rejection)}\n`);
        return exit.failed;
      }
    });
  },
};
