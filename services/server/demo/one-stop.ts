import type { DemoWard } from '@nocgia/infra/demo/model.ts';
import { dayInVietnam, instantOf, numberOfDay } from '@nocgia/schemas/days.ts';
import type { Role } from '@nocgia/schemas/events/account.ts';
import { systemAuthority } from '../../access/authority.ts';
import { confirmYear } from '../../dossiers/calendar/calendar.ts';
import { proposeYear } from '../../dossiers/calendar/holidays.ts';
import { calendarOf, defaultWeek } from '../../dossiers/calendar/working-days.ts';
import type { CommandEnv, Decider } from '../../dossiers/command-env.ts';
import { endsOf } from '../../dossiers/follow/second-factor.ts';
import { setOneStop } from '../../dossiers/one-stop/one-stop.ts';
import { shippedCodes, shippedContent } from '../../dossiers/procedure/catalogue/catalogue.ts';
import { publishProcedure } from '../../dossiers/procedure/procedure.ts';
import { bookOf, dossierCommand, dossierIdOf, type DeskFacts } from './dossier-commands.ts';
import { answersFor } from './answers.ts';
import { planDossiers, type Act, type PlannedDossier } from './dossier-plan.ts';
import { inTurns } from './in-turns.ts';
import { residents, type Resident } from './residents.ts';
import type { UnderWay } from './scans.ts';

export interface DemoDesk {
  seed: number;
  run: string;
  today: string;
  /** The first day of the demo ward's life. */
  first: string;
  /** Dossiers that are over; besides, one open for every 25 of them. */
  dossiers: number;
  ward: DemoWard;
}

/** What the desk needs once the people of the ward are in the register and its officers have accounts. */
export interface DeskWork {
  /** Ids of people, by the indices of the generation. */
  people: readonly string[];
  accounts: ReadonlyMap<Role, string>;
  /** Dispatches a command, given by an account or by the system, under a name from which its id follows. */
  execute(name: string, decide: Decider, actor?: string): Promise<unknown>;
  atOnce: number;
}

/** Dossiers under way of which a paper is scanned, at most. */
const SCANNED = 12;

/** Whether a dossier was taken in and has not come to its end. */
function isUnderWay({ acts }: PlannedDossier): boolean {
  const done = new Set<string>(acts.map(({ type }) => type));
  return done.has('take') && !['settle', 'refuse', 'stop', 'withdraw'].some((end) => done.has(end));
}

/** One in so many is open today. */
const OPEN = 25;

/** Settings, calendar and catalogue of the demo desk, in order, each with its name. */
function founding({ ward, first, today }: DemoDesk): [name: string, decide: Decider][] {
  const env: CommandEnv = {
    may: systemAuthority,
    accountId: null,
    role: null,
    now: new Date(instantOf(numberOfDay(first), 0)).toISOString(),
    today: first,
    newId: () => {
      throw new Error('nothing of the founding is given an id');
    },
  };
  const { code, name } = ward.ward;
  const settings = {
    agencyCode: `H29.${code}`,
    deskName: `Trung tâm Phục vụ hành chính công ${name} (phường mẫu, dữ liệu giả lập)`,
    address: null,
    phone: null,
    pauses: { papers: 'shift', fees: 'shift' },
    assignment: 'load',
    // Of no bank that there is: whoever scans it pays nobody.
    bankAccount: {
      ...{ bankBin: '999999', bankName: 'Ngân hàng Mẫu (không có thật)' },
      ...{ accountNumber: '0000000000', accountName: 'UBND PHUONG MAU' },
    },
  } as const;
  return [
    ['one-stop', setOneStop({ ward: code, settings }, env)],
    ...years(first, today).map((year): [string, Decider] => [
      `calendar ${year}`,
      confirmYear({ ward: code, year, rows: proposeYear(year) }, env),
    ]),
    ...shippedCodes.map((one): [string, Decider] => {
      const procedure = { ward: code, code: one, validFrom: first, content: contentOf(one), expectedVersion: 0 };
      return [`procedure ${one}`, publishProcedure(procedure, env)];
    }),
  ];
}

/** The years that deadlines fall into: from the first to the one after today's. */
function years(first: string, today: string): number[] {
  const from = Number(first.slice(0, 4));
  return Array.from({ length: Number(today.slice(0, 4)) + 2 - from }, (_, n) => from + n);
}

function contentOf(code: string) {
  const content = shippedContent(code);
  if (!content) throw new Error(`${code} does not ship`);
  return content;
}

/** Acts after which nothing of a dossier is left to be written into the register. */
const written: ReadonlySet<string> = new Set(['unregistered', 'decline', 'refuse', 'stop', 'withdraw']);

/**
 * The plan with people in it: a dossier that the register is to take over says in its form whom it is about, and has an owner to whom such
 * a thing could happen; who left no number by which they could be known says nothing of how they were served.
 */
function withPeople(
  plan: readonly PlannedDossier[],
  everybody: readonly Resident[],
  today: string,
): { dossier: PlannedDossier; answers: Readonly<Record<string, string>> }[] {
  return plan.map((planned) => {
    const { settlement } = contentOf(planned.code);
    const asks = settlement !== null && !planned.acts.some(({ type }) => written.has(type));
    for (let n = 0; asks && n < everybody.length; n++) {
      const owner = (planned.owner + n) % everybody.length;
      const resident = everybody[owner];
      const answers = resident && answersFor(settlement, resident, everybody, { today, n: planned.index });
      if (answers) return { dossier: { ...planned, owner }, answers };
    }
    const party = everybody[planned.owner]?.party;
    const known = party !== undefined && endsOf([party]).length > 0;
    const acts = known ? planned.acts : planned.acts.filter(({ type }) => type !== 'rate');
    return { dossier: { ...planned, acts }, answers: {} };
  });
}

/**
 * The one-stop desk of the demo ward: set up, then at work through the years. How many commands that takes is known before the people
 * are; `work` gives them.
 */
export function demoDesk(desk: DemoDesk): {
  commands: number;
  /** Dossiers that stay under way and of which a paper is scanned. */
  scanned: readonly UnderWay[];
  work(given: DeskWork): Promise<void>;
} {
  const { seed, run, today, first, ward, dossiers } = desk;
  if (dossiers === 0) return { commands: 0, scanned: [], work: () => Promise.resolve() };
  const possible = residents(desk);
  const rows = years(first, today).flatMap((year) => proposeYear(year));
  const calendar = calendarOf({ version: 'demo', week: defaultWeek, rows });
  const counts = { past: dossiers, open: Math.ceil(dossiers / OPEN), owners: possible.length };
  const peopled = withPeople(planDossiers({ seed, today, first, calendar, contentOf, ...counts }), possible, today);
  const plan = peopled.map(({ dossier }) => dossier);
  const answers = new Map(peopled.map((one) => [one.dossier.index, one.answers]));
  const acts = plan
    .flatMap((dossier) => dossier.acts.map((act, n) => ({ dossier, act, n })))
    .sort((a, b) => (a.act.at < b.act.at ? -1 : a.act.at > b.act.at ? 1 : a.dossier.index - b.dossier.index));
  const beginning = founding(desk);
  return {
    commands: beginning.length + acts.length,
    scanned: plan
      .filter(isUnderWay)
      .slice(-SCANNED)
      .flatMap((dossier): UnderWay[] => {
        const [paper] = contentOf(dossier.code).papers;
        const owner = possible[dossier.owner]?.party.name;
        const last = dossier.acts.at(-1);
        if (!paper || owner === undefined || !last) return [];
        const { name } = contentOf(dossier.code);
        return [{ dossierId: dossierIdOf(run, dossier), owner, procedure: name, paper, at: last.at }];
      }),
    async work({ people, accounts, execute, atOnce }) {
      const ownerOf: DeskFacts['ownerOf'] = ({ owner }) => {
        const found = possible[owner];
        const citizenId = found && people[found.person];
        if (!citizenId) throw new Error('nobody of the demo ward can own a dossier');
        return { citizenId, party: found.party };
      };
      const answersOf: DeskFacts['answersOf'] = ({ index }) => answers.get(index) ?? {};
      const facts: DeskFacts = { ward: ward.ward.code, run, accounts, contentOf, ownerOf, answersOf };
      // The years of the calendar are facts of one stream.
      const inOrder = ([name]: (typeof beginning)[number]): number[] => (name.startsWith('calendar') ? [0] : []);
      await inTurns(beginning, inOrder, async ([name, decide]) => void (await execute(name, decide)), atOnce);
      await inTurns(
        acts,
        seriesOf,
        async ({ dossier, act, n }) => {
          const actor = act.role === null ? undefined : accounts.get(act.role);
          await execute(`dossier ${dossier.index}.${n} ${act.type}`, dossierCommand(dossier, act, facts), actor);
        },
        atOnce,
      );
    },
  };
}

/** What an act must be in turn with: the acts of its dossier, and those that take a number of the same day or receipt book. */
function seriesOf({ dossier, act }: { dossier: PlannedDossier; act: Act }): number[] {
  // Dossiers count from 0 up; series have numbers below it, books well below the days.
  const day = numberOfDay(dayInVietnam(new Date(act.at)));
  if (act.type === 'take') return [dossier.index, -day];
  return act.type === 'payFees'
    ? [dossier.index, -1_000_000 - Number(bookOf(act.at).replaceAll(/\D/g, ''))]
    : [dossier.index];
}
