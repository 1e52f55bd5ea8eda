import type { Episode } from './history.ts';
import type { EpisodeRow } from './tables.ts';

/** What tells two episodes of one person apart. */
export function signature(episode: Episode): string {
  const e = episode;
  return [
    e.residenceId,
    e.household,
    e.dwelling,
    e.ward,
    e.neighbourhood,
    e.headcount,
    e.relation,
    e.sex,
    e.birth,
    e.birthEstimated,
    e.ethnicity,
    e.eid,
    e.absent,
    e.policies.join(),
    e.householdStatuses.join(),
    e.since,
    e.from,
    e.to,
    e.startCause,
    e.endCause,
  ].join('|');
}

/** An episode of a person as it is stored: known from this position on. */
export function toRow(citizen: string, episode: Episode, position: string, n: number): EpisodeRow {
  return {
    citizen_id: citizen,
    known_from: position,
    n,
    known_to: null,
    residence_id: episode.residenceId,
    household_id: episode.household,
    dwelling_id: episode.dwelling,
    ward: episode.ward,
    neighbourhood: episode.neighbourhood,
    headcount: episode.headcount,
    relation: episode.relation,
    sex: episode.sex,
    birth: episode.birth,
    birth_estimated: episode.birthEstimated,
    ethnicity: episode.ethnicity,
    eid: episode.eid,
    absent: episode.absent,
    policies: episode.policies,
    household_statuses: episode.householdStatuses,
    since: episode.since,
    valid_from: episode.from,
    valid_to: episode.to,
    start_cause: episode.startCause,
    end_cause: episode.endCause,
  };
}

/** A stored episode as it was worked out. */
export function fromRow(row: EpisodeRow): Episode {
  return {
    residenceId: row.residence_id,
    household: row.household_id,
    dwelling: row.dwelling_id,
    ward: row.ward,
    neighbourhood: row.neighbourhood,
    headcount: row.headcount,
    relation: row.relation,
    sex: row.sex,
    birth: row.birth,
    birthEstimated: row.birth_estimated,
    ethnicity: row.ethnicity,
    eid: row.eid,
    absent: row.absent,
    policies: row.policies,
    householdStatuses: row.household_statuses,
    since: row.since,
    from: row.valid_from,
    to: row.valid_to,
    startCause: row.start_cause,
    endCause: row.end_cause,
  };
}
