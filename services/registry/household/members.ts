import { residenceStarted, type Relation } from '@nocgia/schemas/events/citizen.ts';
import type { Evidence } from '@nocgia/schemas/events/evidence.ts';
import type { Rejection } from '@nocgia/schemas/errors.ts';
import { parsed, refuse } from '../../event-store/deciding.ts';
import type { LoadStreams } from '../../event-store/dispatcher.ts';
import type { DomainEvent, RecordedEvent } from '../../event-store/log.ts';
import type { CommandEnv } from '../command-env.ts';
import {
  citizenOf,
  citizenStream,
  currentResidences,
  type CitizenState,
  type ResidenceState,
} from '../citizen/citizen-state.ts';
import type { HouseholdState } from './household-state.ts';

export interface MemberRelation {
  citizenId: string;
  relation: Relation;
}

/** A member with the own stream and the residence by which they live in the household. */
export interface LoadedMember {
  stream: string;
  events: RecordedEvent[];
  citizen: CitizenState;
  residence: ResidenceState;
}

/** Loads members of a household in one query, in the order asked; whoever has no residence in it is left out. */
export async function loadMembers(
  load: LoadStreams,
  household: HouseholdState,
  ids: Iterable<string>,
): Promise<LoadedMember[]> {
  const wanted = [...new Set(ids)].filter((id) => household.members.has(id));
  const streams = await load(wanted.map(citizenStream));
  return wanted.flatMap((id) => {
    const events = streams.get(citizenStream(id)) ?? [];
    const citizen = citizenOf(events);
    const residence = citizen && currentResidences(citizen).find((one) => one.householdId === household.householdId);
    return citizen && residence ? [{ stream: citizenStream(id), events, citizen, residence }] : [];
  });
}

/**
 * What each of these people is to a head, said for every one of them; `head` itself only for `headId`, of whom nothing need be said.
 * Whoever is not among `ids` is not listened to.
 */
export function confirmed(
  ids: readonly string[],
  relations: readonly MemberRelation[],
  headId: string | null,
): { ok: true; value: Map<string, Relation> } | { ok: false; rejection: Rejection } {
  const said = new Map(relations.map((one) => [one.citizenId, one.relation]));
  const value = new Map<string, Relation>();
  for (const id of ids) {
    const relation = id === headId ? 'head' : said.get(id);
    if (relation === undefined) return refuse('RELATIONS_INCOMPLETE', 'relations');
    if (relation === 'head' && id !== headId) return refuse('RELATION_HEAD', 'relations');
    value.set(id, relation);
  }
  return { ok: true, value };
}

/**
 * A member's own share of going over to another household of the house: the residence ends as a move and goes on there, of the same
 * kind, with the same last day and source, from the same paper. Refused on a day before it began, and for who lives in the other household already.
 */
export function movingOver(
  { citizen, residence }: LoadedMember,
  to: { householdId: string; relation: Relation; occurredOn: string; evidence: Evidence | null | undefined },
  env: CommandEnv,
): { ok: true; facts: DomainEvent[] } | { ok: false; rejection: Rejection } {
  const { citizenId } = citizen;
  const { occurredOn, householdId, relation, evidence } = to;
  const paper = evidence ? { evidence } : {};
  const { residenceId, kind, until, source, since } = residence;
  if (occurredOn < since) return refuse('DAY_BEFORE_SINCE', 'occurredOn', { day: since });
  if (currentResidences(citizen).some((one) => one.householdId === householdId)) return refuse('ALREADY_MEMBER');
  const started = parsed(residenceStarted.schema, {
    citizenId,
    residenceId: env.newId(),
    kind,
    householdId,
    relation,
    cause: 'move',
    estimated: false,
    until,
    source,
    cameFrom: null,
    ...paper,
    occurredOn,
  });
  if (!started.ok) return started;
  const ended = { citizenId, residenceId, cause: 'move', wentTo: null, ...paper, occurredOn };
  return {
    ok: true,
    facts: [
      { type: 'ResidenceEnded', data: ended },
      { type: 'ResidenceStarted', data: started.value },
    ],
  };
}
