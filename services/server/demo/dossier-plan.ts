import type { Random } from '@nocgia/infra/demo/random.ts';
import { seededRandom } from '@nocgia/infra/demo/random.ts';
import { addDays, dayInVietnam, instantOf, numberOfDay } from '@nocgia/schemas/days.ts';
import type { Role } from '@nocgia/schemas/events/account.ts';
import type { Channel } from '@nocgia/schemas/events/dossier.ts';
import type { ProcedureContent, SettlementKind } from '@nocgia/schemas/events/procedure.ts';
import type { Calendar } from '../../dossiers/calendar/working-days.ts';
import { dueFrom } from '../../dossiers/clock/due.ts';

/** What is done with a dossier, by whom, at which instant; each becomes one ordinary command. */
export type Act = { at: string; role: Role | null } & (
  | { type: 'submit' | 'decline' | 'handOn' | 'requestPapers' | 'supplyPapers' | 'payFees' }
  | { type: 'approve' | 'settle' | 'return' | 'refuse' | 'stop' | 'withdraw' | 'unregistered' }
  | { type: 'take'; handOn: boolean }
  | { type: 'requestFees'; waits: boolean; quantity: number }
  | { type: 'extend'; dueAt: string }
  // Marks of the usual criteria, in their order.
  | { type: 'rate'; marks: readonly number[]; comment: string | null }
);

export interface PlannedDossier {
  index: number;
  code: string;
  /** Place in the list of possible owners. */
  owner: number;
  channel: Channel;
  acts: readonly Act[];
}

/** Procedures of the demo desk by how often they are asked for. */
const asked: readonly (readonly [code: string, weight: number])[] = [
  ['2.000815', 25],
  ['1.004873', 15],
  ['2.000635', 14],
  ['1.001193', 10],
  ['2.000884', 9],
  ['1.000894', 6],
  ['1.000656', 5],
  ['1.014027', 4],
  ['1.004859', 3],
  ['1.011607', 3],
  ['1.001776', 3],
  ['1.013314', 3],
  ['2.001035', 3],
  ['1.001612', 2],
  ['3.000412', 2],
];

/** Of what the register is to take over: one after the other, each of them settled in the last days. */
const settling = ['1.001193', '1.000656', '1.004873', '1.000894', '1.004859', '1.011607'] as const;
/** How many of those wait today, at most. */
const WAITING = 9;
/** Days until today in which more of those who had their result say how they were served. */
const RECENT = 130;

/** Of an open dossier of today: how far it has come. */
const openStates = [
  ...['taken', 'appraised', 'appraised', 'approving', 'ready', 'ready', 'late', 'late'],
  ...['papers', 'papers', 'fees', 'submitted', 'submitted', 'appraised', 'taken'],
] as const;
/** Procedures that have a term of some days, an appraisal, and may be sent in online; the last one has a fee. */
const slow = ['1.004873', '1.004859', '1.011607', '1.013314', '1.001612'] as const;
const withFee = '1.001612';

const HOUR = 3_600_000;

/**
 * What a demo desk has done over some years: `past` dossiers that are over (a few of them late, refused, withdrawn), then `open` ones in
 * every state, then a few that are settled and wait for the register. All from the seed; nothing happens on `today` or later. Owners are
 * chosen among `owners`.
 */
export function planDossiers(asking: {
  seed: number;
  today: string;
  first: string;
  past: number;
  open: number;
  owners: number;
  calendar: Calendar;
  contentOf(code: string): ProcedureContent;
}): PlannedDossier[] {
  const { today, first, calendar, owners } = asking;
  const random = seededRandom(asking.seed + 766);
  const until = new Date(instantOf(numberOfDay(today), 0)).toISOString();
  const span = numberOfDay(today) - numberOfDay(first) - 1;
  const plan = (index: number, code: string, channel: Channel, acts: readonly Act[]): PlannedDossier => ({
    ...{ index, code, channel, owner: random.between(0, owners - 1) },
    acts: acts.filter(({ at }) => at < until),
  });
  const past = Array.from({ length: asking.past }, (_, index) => {
    const code = random.weighted(asked);
    const content = asking.contentOf(code);
    const channel = channelOf(random, content);
    const received = officeHour(random, calendar, addDays(first, random.between(0, Math.max(span, 0))));
    const acts = whole(random, content, channel, received, calendar);
    const all = [...acts, ...rated(random, code, acts, today)];
    return plan(
      index,
      code,
      channel,
      all.toSorted((a, b) => a.at.localeCompare(b.at)),
    );
  });
  const open = Array.from({ length: asking.open }, (_, n) => {
    const state = openStates[n % openStates.length] ?? 'taken';
    const code = state === 'fees' ? withFee : random.pick(slow);
    const content = asking.contentOf(code);
    const channel = state === 'submitted' ? 'online' : channelOf(random, content);
    return plan(asking.past + n, code, channel, underWay(random, content, channel, state, { today, calendar }));
  });
  const begun = asking.past + asking.open;
  const waiting = Array.from({ length: Math.min(WAITING, Math.ceil(asking.open / 4)) }, (_, n) => {
    const code = settling[n % settling.length] ?? settling[0];
    const content = asking.contentOf(code);
    return plan(begun + n, code, 'desk', underWay(random, content, 'desk', 'toWrite', { today, calendar }));
  });
  return [...past, ...open, ...waiting].filter(({ acts }) => acts.length > 0);
}

const comments = [
  'Cán bộ hướng dẫn tận tình, giải quyết nhanh.',
  'Trả kết quả đúng hẹn.',
  'Chờ hơi lâu vào buổi sáng.',
  'Nên có thêm ghế ngồi chờ.',
] as const;

/** What its owner says of a dossier that was returned, some hours or days later; most say nothing. */
function rated(random: Random, code: string, acts: readonly Act[], today: string): Act[] {
  const end = acts.findLast(({ type }) => type === 'return');
  if (!end) return [];
  const recent = Date.parse(end.at) > instantOf(numberOfDay(today) - RECENT, 0);
  // Who waits at the counter for a copy has the poster before their eyes.
  if (!random.chance(!recent ? 0.06 : code === asked[0]?.[0] ? 0.9 : 0.35)) return [];
  const at = new Date(Date.parse(end.at) + random.between(30, 4000) * 60_000).toISOString();
  const mark = (): number =>
    random.weighted([
      [5, 50],
      [4, 33],
      [3, 11],
      [2, 4],
      [1, 2],
    ]);
  const marks = Array.from({ length: 5 }, mark);
  return [{ type: 'rate', at, role: null, marks, comment: random.chance(0.25) ? random.pick(comments) : null }];
}

function channelOf(random: Random, content: ProcedureContent): Channel {
  const online = content.onlineLevel === 'none' ? 0 : content.onlineLevel === 'full' ? 60 : 35;
  return random.weighted<Channel>([
    ['desk', 100 - online],
    ['online', online],
    ['post', content.onTheSpot ? 0 : 2],
  ]);
}

/** An instant of office hours on a day, or on the next one that is worked; mostly before 15:00. */
function officeHour(random: Random, calendar: Calendar, day: string): string {
  const opening = new Date(instantOf(numberOfDay(calendar.onOrAfter(day)), 0)).toISOString();
  return calendar.addWorkingTime(opening, Math.round((0.1 + random.next() * 5.6) * HOUR));
}

const appraiser = (content: ProcedureContent): Role | null =>
  content.steps[1]?.kind === 'appraise' ? (content.steps[1].roles[0] ?? null) : null;

const registrar = (kind: SettlementKind): Role => (kind === 'household_status' ? 'social' : 'civil_status');

/** Sent in, or handed over the counter, and taken. */
function beginning(random: Random, channel: Channel, received: string, handOn: boolean): Act[] {
  const take: Act = { type: 'take', at: received, role: 'desk', handOn };
  if (channel !== 'online') return [take];
  const sent = new Date(Date.parse(received) - random.between(20, 900) * 60_000).toISOString();
  return [{ type: 'submit', at: sent, role: null }, take];
}

/** The fee, asked for and paid at once. */
function paying(content: ProcedureContent, random: Random, at: (hours: number) => string): Act[] {
  if (content.fees.length === 0) return [];
  const quantity = content.fees[0]?.per === 'dossier' ? 1 : random.between(1, 6);
  return [
    { type: 'requestFees', at: at(0.03), role: 'desk', waits: false, quantity },
    { type: 'payFees', at: at(0.06), role: 'desk' },
  ];
}

/** A dossier from its receipt to its end. */
function whole(
  random: Random,
  content: ProcedureContent,
  channel: Channel,
  received: string,
  calendar: Calendar,
): Act[] {
  const at = (hours: number): string => calendar.addWorkingTime(received, Math.round(hours * HOUR));
  if (channel === 'online' && random.chance(0.03))
    return [...beginning(random, channel, received, true).slice(0, 1), { type: 'decline', at: at(0.2), role: 'desk' }];
  const begun = [...beginning(random, channel, received, true), ...paying(content, random, at)];
  const due = content.term && dueFrom({ term: content.term, cutoff: '15:00' }, received, calendar).at;
  const allowed = due === null ? random.between(8, 60) : calendar.workingTime(received, due) / HOUR;
  const officer = appraiser(content);
  const late = random.chance(0.06);
  const took = Math.max(0.5, late ? allowed + random.between(2, 24) : allowed * (0.25 + random.next() * 0.7));
  const asks = officer !== null && random.chance(0.08);
  const waited = asks ? random.between(4, 40) : 0;
  const acts: Act[] = [];
  if (asks)
    acts.push(
      { type: 'requestPapers', at: at(took * 0.2), role: officer },
      { type: 'supplyPapers', at: at(took * 0.2 + waited), role: 'desk' },
    );
  if (late && !asks && due !== null && random.chance(0.5)) {
    const later = calendar.addWorkingDays(dayInVietnam(new Date(Date.parse(due) - 1)), random.between(2, 4));
    const newDue = new Date(instantOf(numberOfDay(later) + 1, 0)).toISOString();
    acts.push({ type: 'extend', at: at(Math.max(0.1, allowed * 0.3)), role: 'leader', dueAt: newDue });
  }
  const after = (share: number): string => at(took * share + waited);
  const end = random.next();
  if (end < 0.045 && officer !== null) {
    const type = end < 0.02 ? 'withdraw' : end < 0.035 ? 'refuse' : 'stop';
    return [...begun, ...acts, { type, at: after(0.7), role: type === 'withdraw' ? 'desk' : officer }];
  }
  if (officer !== null) acts.push({ type: 'handOn', at: after(0.5), role: officer });
  acts.push(
    { type: 'approve', at: after(0.85), role: 'leader' },
    { type: 'handOn', at: after(0.9), role: 'leader' },
    { type: 'settle', at: after(1), role: 'desk' },
  );
  const returned = took + waited + random.next() * (content.onTheSpot ? 0.5 : 16);
  acts.push({ type: 'return', at: at(returned), role: 'desk' });
  // What was settled in the years before stands in the register by other ways already.
  if (content.settlement !== null)
    acts.push({ type: 'unregistered', at: at(returned + 0.3), role: registrar(content.settlement) });
  return [...begun, ...acts];
}

/** A dossier that is under way today. */
function underWay(
  random: Random,
  content: ProcedureContent,
  channel: Channel,
  state: (typeof openStates)[number] | 'toWrite',
  { today, calendar }: { today: string; calendar: Calendar },
): Act[] {
  const lastDay = calendar.addWorkingDays(today, -1);
  if (state === 'submitted') {
    const sent = instantOf(numberOfDay(addDays(today, -1)), random.between(17 * 60, 23 * 60) * 60_000);
    return [{ type: 'submit', at: new Date(sent).toISOString(), role: null }];
  }
  const lastest = content.term?.unit === 'working_days' ? Math.min(2, content.term.amount - 1) : 5;
  const ago =
    state === 'late'
      ? (content.term?.unit === 'same_day' ? 1 : (content.term?.amount ?? 5)) + random.between(2, 5)
      : state === 'taken'
        ? 0
        : state === 'toWrite'
          ? random.between(1, 3)
          : random.between(1, Math.max(lastest, 1));
  const received = officeHour(random, calendar, calendar.addWorkingDays(lastDay, -ago));
  const at = (hours: number): string => calendar.addWorkingTime(received, Math.round(hours * HOUR));
  const officer = appraiser(content);
  const begun = beginning(random, channel, received, state !== 'taken');
  const paid = [...begun, ...paying(content, random, at)];
  const onward: Act[] = officer === null ? [] : [{ type: 'handOn', at: at(1), role: officer }];
  switch (state) {
    case 'taken':
      return begun;
    case 'appraised':
    case 'late':
      return paid;
    case 'papers':
      return [...paid, { type: 'requestPapers', at: at(1), role: officer }];
    case 'fees':
      return [...begun, { type: 'requestFees', at: at(0.5), role: 'desk', waits: true, quantity: 1 }];
    case 'approving':
      return [...paid, ...onward];
    case 'ready':
    case 'toWrite':
      return [
        ...paid,
        ...onward,
        { type: 'approve', at: at(1.5), role: 'leader' },
        { type: 'handOn', at: at(1.6), role: 'leader' },
        { type: 'settle', at: at(2), role: 'desk' },
        ...(state === 'toWrite' ? [{ type: 'return', at: at(2.4), role: 'desk' } as const] : []),
      ];
  }
}
