import type { Overlay } from '../../projection/projection.ts';
import { emptyCitizen, emptyResidence, type CitizenFacts, type Dated, type ResidenceFacts } from './facts.ts';
import type { CitizenRow, ResidenceRow } from './tables.ts';

type Reader = Pick<Overlay, 'get' | 'where'>;

/** What is known of a person; nothing as yet when the log has not named them. */
export function citizenFacts(rows: Reader, id: string): CitizenRow['facts'] {
  return rows.get<CitizenRow>('population_citizen', id)?.facts ?? emptyCitizen;
}

/** Who this person counts as: the survivor of the merges, or the person alone. */
export function countedAs(rows: Reader, id: string): string {
  const seen = new Set<string>();
  let one = id;
  for (;;) {
    const next = citizenFacts(rows, one).mergedInto;
    if (next === undefined || seen.has(one)) return one;
    seen.add(one);
    one = next;
  }
}

/** All who count as this one: the survivor first, then whom it absorbed, in the order of the log. */
export function onePerson(rows: Reader, survivor: string): string[] {
  const all = new Set<string>();
  const add = (id: string): void => {
    if (all.has(id)) return;
    all.add(id);
    for (const absorbed of citizenFacts(rows, id).absorbed ?? []) add(absorbed);
  };
  add(survivor);
  return [...all];
}

/** Residences of people who are one: what each stream says of a residence put together. */
export function residencesOf(rows: Reader, people: readonly string[]): { id: string; facts: ResidenceFacts }[] {
  const own = people.flatMap((id) => rows.where<ResidenceRow>('population_residence', 'citizen_id', id));
  if (people.length === 1) return own.map((row) => ({ id: row.residence_id, facts: row.facts }));
  return [...Map.groupBy(own, (row) => row.residence_id)].map(([id, told]) => ({
    id,
    facts: told.map((row) => row.facts).reduce(bothResidenceFacts, emptyResidence),
  }));
}

function bothResidenceFacts(a: ResidenceFacts, b: ResidenceFacts): ResidenceFacts {
  return {
    started: a.started ?? b.started,
    corrections: [...a.corrections, ...b.corrections],
    renewals: [...a.renewals, ...b.renewals],
    relations: [...a.relations, ...b.relations],
    ends: [...a.ends, ...b.ends],
  };
}

/** A merge is undone: the facts that were recorded with the survivor at these positions go over to the absorbed, who stands alone again. */
export function giveBack(rows: Overlay, survivorId: string, absorbedId: string, returned: ReadonlySet<string>): void {
  const stays = ({ at }: Dated): boolean => !returned.has(at);
  const goes = ({ at }: Dated): boolean => returned.has(at);
  const survivor = citizenFacts(rows, survivorId);
  const { mergedInto: _, ...alone } = citizenFacts(rows, absorbedId);
  const given = factsOf(survivor, goes);
  const absorbed = (survivor.absorbed ?? []).filter((id) => id !== absorbedId);
  const put = (id: string, facts: CitizenFacts): void => rows.put('population_citizen', { citizen_id: id, facts });
  put(absorbedId, {
    ...alone,
    details: [...alone.details, ...given.details],
    deaths: [...alone.deaths, ...given.deaths],
    absences: [...(alone.absences ?? []), ...given.absences],
    absenceEnds: [...(alone.absenceEnds ?? []), ...given.absenceEnds],
    policies: [...(alone.policies ?? []), ...given.policies],
    policyEnds: [...(alone.policyEnds ?? []), ...given.policyEnds],
  });
  put(survivorId, { ...survivor, ...factsOf(survivor, stays), absorbed });
  for (const { residence_id, facts } of rows.where<ResidenceRow>('population_residence', 'citizen_id', survivorId)) {
    const gone = residenceFacts(facts, goes);
    const own = rows.get<ResidenceRow>('population_residence', residence_id, absorbedId)?.facts ?? emptyResidence;
    if (gone === null) continue;
    const left = residenceFacts(facts, stays) ?? emptyResidence;
    rows.put('population_residence', { residence_id, citizen_id: survivorId, facts: left });
    rows.put('population_residence', { residence_id, citizen_id: absorbedId, facts: bothResidenceFacts(own, gone) });
  }
}

/** The facts of a person that were recorded at these positions have never been. */
export function takeBack(rows: Overlay, citizenId: string, gone: ReadonlySet<string>): void {
  const stays = ({ at }: Dated): boolean => !gone.has(at);
  const known = citizenFacts(rows, citizenId);
  rows.put('population_citizen', { citizen_id: citizenId, facts: { ...known, ...factsOf(known, stays) } });
  for (const row of rows.where<ResidenceRow>('population_residence', 'citizen_id', citizenId))
    rows.put('population_residence', { ...row, facts: residenceFacts(row.facts, stays) ?? emptyResidence });
}

function factsOf(of: CitizenFacts, take: (fact: Dated) => boolean) {
  return {
    details: of.details.filter(take),
    deaths: of.deaths.filter(take),
    absences: (of.absences ?? []).filter(take),
    absenceEnds: (of.absenceEnds ?? []).filter(take),
    policies: (of.policies ?? []).filter(take),
    policyEnds: (of.policyEnds ?? []).filter(take),
  };
}

/** Those of a residence's facts that are taken; null when there are none. */
function residenceFacts(of: ResidenceFacts, take: (fact: Dated) => boolean): ResidenceFacts | null {
  const facts = {
    started: of.started && take(of.started) ? of.started : null,
    corrections: of.corrections.filter(take),
    renewals: of.renewals.filter(take),
    relations: of.relations.filter(take),
    ends: of.ends.filter(take),
  };
  const { started, ...lists } = facts;
  return started === null && Object.values(lists).every((list) => list.length === 0) ? null : facts;
}
