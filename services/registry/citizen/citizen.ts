import { citizenRegistered, residenceStarted, type CitizenDetails } from '@nocgia/schemas/events/citizen.ts';
import type { Evidence } from '@nocgia/schemas/events/evidence.ts';
import type { Rejection } from '@nocgia/schemas/errors.ts';
import type { FieldGroup } from '../../access/scope.ts';
import { groupOfCitizenField } from '../../access/masking.ts';
import { accept, after, parsed, refuse } from '../../event-store/deciding.ts';
import type { Decision, LoadStreams } from '../../event-store/dispatcher.ts';
import type { DomainEvent, RecordedEvent } from '../../event-store/log.ts';
import type { CommandEnv, Decider } from '../command-env.ts';
import { untimelyEvidence } from '@nocgia/schemas/events/evidence.ts';
import { writable } from '../household/household.ts';
import { loadHouseholds, type LoadedHousehold } from '../place.ts';
import { citizenOf, citizenStream, earliestBirth, placingHouseholds, type CitizenState } from './citizen-state.ts';
import { holderOf, nationalIdClaim, takeClaim } from './claim.ts';

/** Where and how a citizen lives, as a command says it. */
export interface NewResidence {
  householdId: string;
  relation: string;
  kind: string;
  cause: string;
  since: string;
  estimated: boolean;
  until: string | null;
  source: string;
  cameFrom: string | null;
  /** The ward they came from, by code. */
  fromWard?: string | null;
  evidence?: Evidence | null;
}

export interface RegisterCitizen extends NewResidence {
  details: CitizenDetails;
  /** Parents of a birth, where the register knows them. */
  motherId?: string | null;
  fatherId?: string | null;
}

/** A person is entered together with where they live. Answers `{ citizenId, residenceId }`. */
export function registerCitizen(input: RegisterCitizen, env: CommandEnv): Decider {
  return async (load) => {
    const target = (await loadHouseholds(load, [input.householdId])).get(input.householdId);
    const wrong = writable(target, env);
    if (wrong || !target) return { ok: false, rejection: wrong ?? { code: 'HOUSEHOLD_UNKNOWN' } };
    const { details, motherId, fatherId } = input;
    for (const group of groupsOf(Object.keys(details).filter((field) => Reflect.get(details, field) != null))) {
      const denied = env.may('write', 'Citizen', target.place, group);
      if (denied) return { ok: false, rejection: denied };
    }
    const citizenId = env.newId();
    const registered = parsed(citizenRegistered.schema, {
      citizenId,
      occurredOn: input.since,
      details,
      sourceKey: null,
      unmapped: null,
      ...(motherId && { motherId }),
      ...(fatherId && { fatherId }),
    });
    if (!registered.ok) return registered;
    const started = startOf(citizenId, input, env);
    if (!started.ok) return started;
    const { birth, nationalId } = registered.value.details;
    const untimely = checkDays({ birth, died: null }, started.value, env) ?? headTaken(target, input.relation);
    if (untimely) return { ok: false, rejection: untimely };
    const writes = [
      {
        stream: citizenStream(citizenId),
        expected: 'none' as const,
        events: [{ type: 'CitizenRegistered', data: registered.value }, started.event],
      },
      after(target.stream, target.events, ...joining(target, citizenId, input)),
      after(target.dwelling.stream, target.dwelling.events),
    ];
    if (nationalId) {
      const claim = await claimFor(load, env, nationalId, citizenId);
      if (!claim.ok) return claim;
      writes.push(claim.write);
    }
    return accept(writes, { citizenId, residenceId: started.value.residenceId });
  };
}

/** The groups that fields belong to, each once; a field that nobody has classed counts as identity. */
export function groupsOf(fields: Iterable<string>): Set<FieldGroup> {
  return new Set([...fields].map((field) => groupOfCitizenField(field) ?? 'identity'));
}

/** The fact that a residence begins, checked for shape. */
export function startOf(citizenId: string, input: NewResidence, env: CommandEnv) {
  const { householdId, relation, kind, cause, estimated, until, source, cameFrom, since: occurredOn } = input;
  const { fromWard, evidence } = input;
  const untimely = untimelyEvidence(evidence, env.today);
  if (untimely) return { ok: false as const, rejection: untimely };
  const data = {
    citizenId,
    residenceId: env.newId(),
    kind,
    householdId,
    relation,
    cause,
    estimated,
    until,
    source,
    cameFrom,
    ...(fromWard && { fromWard }),
    ...(evidence && { evidence }),
    occurredOn,
  };
  const checked = parsed(residenceStarted.schema, data);
  if (!checked.ok) return checked;
  if (checked.value.until !== null && checked.value.kind === 'permanent')
    return refuse('UNTIL_ONLY_TEMPORARY', 'until');
  if (checked.value.until !== null && checked.value.until < checked.value.occurredOn)
    return refuse('UNTIL_BEFORE_SINCE', 'until');
  return { ok: true as const, value: checked.value, event: { type: 'ResidenceStarted', data: checked.value } };
}

/** Days that no residence can begin on: ahead of today, before the birth, after the death. */
export function checkDays(
  person: { birth: string | null; died: string | null },
  start: { occurredOn: string },
  env: CommandEnv,
): Rejection | null {
  if (start.occurredOn > env.today) return { code: 'DAY_IN_FUTURE', field: 'since' };
  if (person.birth !== null && start.occurredOn < earliestBirth(person.birth))
    return { code: 'DAY_BEFORE_BIRTH', field: 'since' };
  if (person.died !== null && start.occurredOn > person.died) return { code: 'DAY_AFTER_DEATH', field: 'since' };
  return null;
}

/** A household has exactly one head (Luật Cư trú 2020, Điều 10). */
export function headTaken(target: LoadedHousehold, relation: string): Rejection | null {
  return relation === 'head' && target.household.headId !== null
    ? { code: 'HOUSEHOLD_HAS_HEAD', field: 'relation' }
    : null;
}

/** The household's own share of somebody joining it. */
export function joining(
  target: LoadedHousehold,
  citizenId: string,
  input: { relation: string; since: string },
): DomainEvent[] {
  const { householdId } = target.household;
  const joined = { type: 'HouseholdMemberJoined', data: { householdId, citizenId, occurredOn: input.since } };
  if (input.relation !== 'head') return [joined];
  return [joined, { type: 'HouseholdHeadChanged', data: { householdId, citizenId, occurredOn: input.since } }];
}

/** The household's own share of somebody leaving it; a head who goes leaves it without one. */
export function leaving(from: LoadedHousehold, citizenId: string, occurredOn: string): DomainEvent[] {
  const { householdId, headId } = from.household;
  const left = { type: 'HouseholdMemberLeft', data: { householdId, citizenId, occurredOn } };
  if (headId !== citizenId) return [left];
  return [left, { type: 'HouseholdHeadChanged', data: { householdId, citizenId: null, occurredOn } }];
}

/** The write that takes the claim on a national id; refused while another living person holds it. */
export async function claimFor(
  load: LoadStreams,
  env: CommandEnv,
  nationalId: string,
  citizenId: string,
): Promise<{ ok: true; write: Decision['writes'][number] } | { ok: false; rejection: Rejection }> {
  const stream = nationalIdClaim(env.claimHash, nationalId);
  const events = (await load([stream])).get(stream) ?? [];
  const holder = holderOf(events);
  if (holder !== null && holder !== citizenId) return refuse('NATIONAL_ID_IN_USE', 'nationalId');
  return { ok: true, write: holder === citizenId ? after(stream, events) : takeClaim(stream, events, citizenId) };
}

/** A citizen with the households that place them. */
export interface LoadedCitizen {
  stream: string;
  events: RecordedEvent[];
  citizen: CitizenState;
  households: Map<string, LoadedHousehold>;
  /** Where the citizen is at home, for authority: the present households, else the last. */
  placing: LoadedHousehold[];
}

/** Loads a citizen and the households of the present residences (or the last one); null when there is no such citizen. */
export async function loadCitizen(
  load: LoadStreams,
  citizenId: string,
  others: readonly string[] = [],
): Promise<LoadedCitizen | null> {
  const stream = citizenStream(citizenId);
  const events = (await load([stream])).get(stream) ?? [];
  const citizen = citizenOf(events);
  if (!citizen) return null;
  const placingIds = placingHouseholds(citizen);
  const households = await loadHouseholds(load, [...placingIds, ...others]);
  const placing = placingIds.flatMap((id) => households.get(id) ?? []);
  return { stream, events, citizen, households, placing };
}

/** Whether fields of a group of this citizen may be written: at one of the places where they are at home. */
export function mayWrite(found: LoadedCitizen, group: FieldGroup, env: CommandEnv): Rejection | null {
  let denied: Rejection = { code: 'NOT_FOUND' };
  for (const { place } of found.placing) {
    const answer = env.may('write', 'Citizen', place, group);
    if (!answer) return null;
    if (answer.code === 'FORBIDDEN') denied = answer;
  }
  return denied;
}
