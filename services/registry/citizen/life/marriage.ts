import { marriageEnded, marriageRecorded } from '@nocgia/schemas/events/citizen.ts';
import type { Rejection } from '@nocgia/schemas/errors.ts';
import { accept, after, parsed, refuse } from '../../../event-store/deciding.ts';
import type { Decision, LoadStreams } from '../../../event-store/dispatcher.ts';
import type { CommandEnv, Decider } from '../../command-env.ts';
import { loadCitizen, mayWrite, type LoadedCitizen } from '../citizen.ts';
import { citizenOf, citizenStream, earliestBirth, type CitizenState } from '../citizen-state.ts';
import { survivorOf } from '../merge.ts';
import { loadForEvent, together, writesOf, type LifeEvent } from './person.ts';

export interface RecordMarriage extends LifeEvent {
  /** The spouse, where the register knows them; both streams then say the same. */
  spouseId: string | null;
  spouseName: string | null;
}

/** Two people are married. Nobody is married twice at a time (Luật HNGĐ 2014, Điều 5.2c). Answers `{ marriageId }`. */
export function recordMarriage(input: RecordMarriage, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadForEvent(load, input, 'identity', env);
    if (!loaded.ok) return loaded;
    const { found } = loaded;
    const { spouseId, evidence = null, ...fact } = input;
    if (spouseId === null && input.spouseName === null) return refuse('SPOUSE_NEEDED', 'spouseId');
    if (spouseId === input.citizenId) return refuse('MARRIED_TO_ONESELF', 'spouseId');
    const marriageId = env.newId();
    const checked = parsed(marriageRecorded.schema, {
      ...fact,
      ...{ spouseId, spouseName: spouseId === null ? input.spouseName : null, marriageId, evidence },
    });
    if (!checked.ok) return checked;
    const own = hindrance(found.citizen, input.occurredOn);
    if (own) return { ok: false, rejection: own };
    const writes = writesOf(found, { type: 'MarriageRecorded', data: checked.value });
    if (spouseId !== null) {
      const spouse = await loadSpouse(load, spouseId, env);
      if (!spouse) return refuse('SPOUSE_UNKNOWN', 'spouseId');
      const theirs = hindrance(spouse.citizen, input.occurredOn);
      if (theirs) return { ok: false, rejection: { ...theirs, field: 'spouseId' } };
      const data = { ...checked.value, citizenId: spouseId, spouseId: input.citizenId };
      writes.push(...writesOf(spouse, { type: 'MarriageRecorded', data }));
    }
    return accept(together(writes), { marriageId });
  };
}

/** The spouse, if this officer keeps their record too; for anybody else a name has to do. */
async function loadSpouse(load: LoadStreams, spouseId: string, env: CommandEnv): Promise<LoadedCitizen | null> {
  const spouse = await loadCitizen(load, spouseId);
  if (!spouse || spouse.citizen.withdrawn || spouse.citizen.mergedInto || mayWrite(spouse, 'identity', env))
    return null;
  return spouse;
}

function hindrance({ died, marriages, details }: CitizenState, occurredOn: string): Rejection | null {
  if (died !== null) return { code: 'CITIZEN_DEAD' };
  if (marriages.some((one) => one.endedOn === null)) return { code: 'ALREADY_MARRIED' };
  const last = marriages
    .map((one) => one.endedOn ?? '')
    .toSorted()
    .at(-1);
  if (last !== undefined && occurredOn < last)
    return { code: 'MARRIAGE_OVERLAP', field: 'occurredOn', params: { day: last } };
  if (details.birth !== null && occurredOn < earliestBirth(details.birth))
    return { code: 'DAY_BEFORE_BIRTH', field: 'occurredOn' };
  return null;
}

export interface EndMarriage extends LifeEvent {
  marriageId: string;
  cause: string;
}

/** A marriage ends by divorce, by the death of a spouse, or was recorded in error; on both streams where both are known. */
export function endMarriage(input: EndMarriage, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadForEvent(load, input, 'identity', env);
    if (!loaded.ok) return loaded;
    const { found } = loaded;
    const marriage = found.citizen.marriages.find((one) => one.marriageId === input.marriageId);
    if (!marriage) return refuse('MARRIAGE_UNKNOWN');
    const { evidence = null, ...fact } = input;
    const checked = parsed(marriageEnded.schema, { ...fact, evidence });
    if (!checked.ok) return checked;
    const { cause, occurredOn } = checked.value;
    if (cause !== 'recorded_in_error') {
      if (marriage.endedOn !== null) return refuse('MARRIAGE_ENDED', undefined, { day: marriage.endedOn });
      if (found.citizen.died !== null) return refuse('CITIZEN_DEAD');
      if (occurredOn < marriage.since) return refuse('DAY_BEFORE_MARRIAGE', 'occurredOn', { day: marriage.since });
    }
    // The death of somebody in the register is recorded with them, and widows the spouse in the same act.
    if (cause === 'death' && marriage.spouseId !== null) return refuse('DEATH_OF_SPOUSE', 'cause');
    const writes = writesOf(found, { type: 'MarriageEnded', data: checked.value });
    if (marriage.spouseId !== null) writes.push(...(await onTheOtherSide(load, marriage.spouseId, checked.value)));
    return accept(together(writes));
  };
}

/** The same end on the spouse's stream, if the marriage still stands there. */
async function onTheOtherSide(
  load: LoadStreams,
  spouseId: string,
  data: { marriageId: string; cause: string },
): Promise<Decision['writes']> {
  const spouse = await marriedAs(load, spouseId, data.marriageId, data.cause === 'recorded_in_error');
  if (!spouse) return [];
  return [after(spouse.stream, spouse.events, { type: 'MarriageEnded', data: { ...data, ...spouse.subject } })];
}

/**
 * The other one of a marriage, as its own stream knows it: whoever that record was found to be, and (in `subject`) whom a fact about the
 * marriage names. Undefined when the marriage does not stand there; with `ended`, also one that has ended does.
 */
export async function marriedAs(load: LoadStreams, spouseId: string, marriageId: string, ended = false) {
  const citizenId = await survivorOf(load, spouseId);
  const stream = citizenStream(citizenId);
  const events = (await load([stream])).get(stream) ?? [];
  const citizen = citizenOf(events);
  const stands = citizen?.marriages.some((one) => one.marriageId === marriageId && (ended || one.endedOn === null));
  if (!citizen || !stands) return undefined;
  const subject = { citizenId, ...(citizenId !== spouseId && { addressedAs: spouseId }) };
  return { citizen, stream, events, subject };
}
