import { unitNumber } from '@nocgia/schemas/events/common.ts';
import type { RecordedEvent } from '../../../event-store/log.ts';

type Data = Record<string, string | null | undefined> & { occurredOn: string };

/** One statement of the log, whoever's stream it stands in. */
interface Fact {
  type: string;
  data: Data;
  at: string;
}

/** Where and how somebody lives on a day, by a reading of the events that shares nothing with the projection. */
export interface Lives {
  citizen: string;
  kind: string;
  household: string;
  dwelling: string | null;
  ward: number | null;
  neighbourhood: number | null;
  sex: string;
  birth: string | null;
  ethnicity: string | null;
  eid: string | null;
  absent: boolean;
  policies: string[];
  statuses: string[];
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
const text = (value: string | null | undefined): string => value ?? '';
const details = (fact: Fact): Record<string, string | null> =>
  JSON.parse(JSON.stringify(fact.data[fact.type === 'CitizenRegistered' ? 'details' : 'changes'] ?? {}));
const begins = (fact: Fact): boolean => /Registered|Formed/.test(fact.type);
const inOrder = (facts: Fact[]): Fact[] =>
  facts.toSorted((a, b) => {
    const on = (fact: Fact) => (begins(fact) ? '' : fact.data.occurredOn);
    return on(a) < on(b) ? -1 : on(a) > on(b) ? 1 : a.at < b.at ? -1 : 1;
  });

/** Everybody's homes on a day, after these events. Days of the same matter must differ, as in `wardFacts`. */
export function livesOn(day: string, log: readonly RecordedEvent[]): Lives[] {
  const streams = new Map<string, Fact[]>();
  const into = new Map<string, string>();
  const of = (id: string): Fact[] => streams.get(id) ?? streams.set(id, []).get(id) ?? [];
  for (const { type, data, position } of log) {
    const fact: Fact = { type, data: data as Data, at: position };
    const own = text(fact.data['citizenId'] ?? fact.data['householdId'] ?? fact.data['dwellingId']);
    const survivor = text(fact.data['survivorId']);
    if (type === 'CitizenMerged') into.set(own, survivor);
    else if (type === 'CitizenUnmerged') {
      into.delete(own);
      const returned = (data as { returned: string[] }).returned;
      of(own).push(...of(survivor).filter(({ at }) => returned.includes(at)));
      streams.set(
        survivor,
        of(survivor).filter(({ at }) => !returned.includes(at)),
      );
    } else of(own).push(fact);
  }
  const gone = (id: string): boolean => of(id).some(({ type }) => type.endsWith('Withdrawn'));
  const people = [...streams.keys()].filter(
    (id) => of(id)[0] && /Citizen|Residence|Absence|Policy/.test(text(of(id)[0]?.type)),
  );
  return people
    .filter((id) => !into.has(id))
    .flatMap((id) => {
      const all = [id, ...people.filter((other) => into.get(other) === id)].filter((one) => !gone(one));
      return homesOf(id, all.map(of), day, of, gone);
    });
}

function homesOf(
  citizen: string,
  people: Fact[][],
  day: string,
  of: (id: string) => Fact[],
  gone: (id: string) => boolean,
): Lives[] {
  const facts = people.flat();
  const died = facts
    .filter(({ type }) => type === 'CitizenDied')
    .map(({ data }) => data.occurredOn)
    .sort()[0];
  const told = (field: string): ((on: string) => string | null) => {
    for (const own of people) {
      const asked = segments(own, field);
      if (asked.some(([, value]) => value !== null && value !== 'unknown')) return at(asked);
    }
    return at(segments(people[0] ?? [], field));
  };
  const stays = facts
    .filter(({ type }) => type === 'ResidenceStarted')
    .flatMap(({ data }) => {
      const own = inOrder(facts.filter((fact) => fact.data['residenceId'] === data['residenceId']));
      const ends = own.filter(({ type }) => type === 'ResidenceEnded');
      if (ends.some((end) => end.data['cause'] === 'recorded_in_error') || gone(text(data['householdId']))) return [];
      const corrected = own.findLast(({ type }) => type === 'ResidenceCorrected')?.data;
      const since = text(corrected ? corrected['since'] : data.occurredOn);
      const until = corrected ? corrected['until'] : data['until'];
      const last = [died, ends[0]?.data.occurredOn, until ? dayAfter(until) : undefined].filter(
        (on) => on !== undefined,
      );
      const to = last.sort()[0] ?? '9999';
      return since < to
        ? [{ id: text(data['residenceId']), kind: text(data['kind']), since, to, household: text(data['householdId']) }]
        : [];
    });
  const follows = (a: (typeof stays)[number], b: (typeof stays)[number]): boolean =>
    a.since > b.since || (a.since === b.since && a.id > b.id);
  return stays
    .filter((stay) => stay.since <= day && day < stay.to)
    .filter((stay) => !stays.some((other) => other.kind === stay.kind && follows(other, stay) && other.since <= day))
    .map(({ kind, household }) => ({
      citizen,
      kind,
      household,
      ...placeOf(household, day, of, gone),
      sex: told('sex')(day) ?? 'unknown',
      birth: birthOf(people),
      ethnicity: told('ethnicity')(day),
      eid: eidOf(people, day),
      absent: held(facts, 'Absence', day).length > 0,
      policies: held(facts, 'PolicyStatus', day),
      statuses: held(of(household), 'HouseholdStatus', day),
    }));
}

/** Values from which day on; what was said first always held, a correction mends the latest. */
function segments(facts: Fact[], field: string): [string, string | null][] {
  const list: [string, string | null][] = [];
  for (const fact of inOrder(facts).filter(({ type }) => /CitizenRegistered|CitizenDetailsChanged/.test(type))) {
    const value = details(fact)[field];
    const last = list.at(-1);
    if (value === undefined) continue;
    if (!last) list.push(['', value]);
    else if (fact.data['nature'] === 'correction') last[1] = value;
    else if (last[1] !== value) list.push([fact.data.occurredOn, value]);
  }
  return list;
}

const at = (list: [string, string | null][]) => (day: string) => list.findLast(([from]) => from <= day)?.[1] ?? null;

function birthOf(people: Fact[][]): string | null {
  for (const own of people) {
    const said = inOrder(own).map((fact) => (/Citizen(Reg|Det)/.test(fact.type) ? details(fact)['birth'] : undefined));
    const birth = said.findLast((value) => value !== undefined);
    if (birth) return birth.length === 4 ? `${birth}-07-01` : birth.length === 7 ? `${birth}-15` : birth;
  }
  return null;
}

function eidOf(people: Fact[][], day: string): string | null {
  for (const own of people) {
    const said: { level: string | null; since: string; only: boolean }[] = [];
    for (const fact of inOrder(own).filter(({ type }) => /Citizen(Reg|Det)/.test(type))) {
      const { eidLevel, eidSince } = details(fact);
      const only = fact.data['nature'] === 'correction';
      const last = said.at(-1);
      if (fact.type === 'CitizenRegistered' && eidLevel === null) {
        if (eidSince && last) last.since = eidSince;
      } else if (eidLevel !== undefined)
        said.push({ level: eidLevel, since: eidSince ?? (only ? '' : fact.data.occurredOn), only });
      else if (eidSince && last) last.since = eidSince;
    }
    const counts = said.slice(
      Math.max(
        said.findLastIndex(({ only }) => only),
        0,
      ),
    );
    const level = (on: string) => counts.findLast(({ since }) => since <= on)?.level ?? null;
    if (counts.some(({ since }) => level(since) !== null)) return level(day);
  }
  return null;
}

/** Which statuses, or whether an absence, hold on a day. */
function held(facts: Fact[], kind: 'Absence' | 'PolicyStatus' | 'HouseholdStatus', day: string): string[] {
  const found = facts
    .filter(({ type }) => type === `${kind}Started` || type === `${kind}Granted`)
    .filter(({ data }) => {
      const id = kind === 'Absence' ? 'absenceId' : 'statusId';
      const ends = facts.filter((fact) => fact.type === `${kind}Ended` && fact.data[id] === data[id]);
      if (ends.some((end) => end.data['cause'] === 'recorded_in_error')) return false;
      const { until } = data;
      return data.occurredOn <= day && (!until || day <= until) && !ends.some((end) => end.data.occurredOn <= day);
    });
  return [...new Set(found.map(({ data }) => data['status'] ?? 'away'))].sort();
}

function placeOf(
  household: string,
  day: string,
  of: (id: string) => Fact[],
  gone: (id: string) => boolean,
): Pick<Lives, 'dwelling' | 'ward' | 'neighbourhood'> {
  const moves = inOrder(of(household).filter(({ type }) => /Formed|Moved/.test(type))).filter(
    ({ data }) => !gone(text(data['dwellingId'])),
  );
  const move = moves.findLast((one) => begins(one) || one.data.occurredOn <= day) ?? moves[0];
  if (!move) return { dwelling: null, ward: null, neighbourhood: null };
  const dwelling = text(move.data['dwellingId']);
  const placed = inOrder(of(dwelling).filter(({ type }) => /Registered|Placed/.test(type)));
  const base = Math.max(
    placed.findLastIndex(({ data }) => data['cause'] === 'correction'),
    0,
  );
  const place = placed.slice(base).findLast((one, index) => index === 0 || one.data.occurredOn <= day);
  if (!place) return { dwelling, ward: null, neighbourhood: null };
  const { ward, neighbourhood } = place.data;
  return { dwelling, ward: unitNumber(text(ward)), neighbourhood: neighbourhood ? unitNumber(neighbourhood) : null };
}
