import { absenceEnded, absenceStarted } from '@nocgia/schemas/events/citizen.ts';
import { accept, parsed, refuse } from '../../../event-store/deciding.ts';
import type { CommandEnv, Decider } from '../../command-env.ts';
import { currentResidences, type AbsenceState } from '../citizen-state.ts';
import { loadForEvent, writesOf, type LifeEvent } from './person.ts';

export interface StartAbsence extends LifeEvent {
  until: string | null;
  destination: string | null;
  reason: string | null;
  source: string;
}

/** A citizen is away from home for a time (tạm vắng, Luật Cư trú 2020 Điều 31). Answers `{ absenceId }`. */
export function startAbsence(input: StartAbsence, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadForEvent(load, input, 'residence', env);
    if (!loaded.ok) return loaded;
    const { citizen } = loaded.found;
    if (citizen.died !== null) return refuse('CITIZEN_DEAD');
    const absenceId = env.newId();
    const { evidence = null, ...fact } = input;
    const checked = parsed(absenceStarted.schema, { ...fact, absenceId, evidence });
    if (!checked.ok) return checked;
    const { occurredOn, until } = checked.value;
    if (until !== null && until < occurredOn) return refuse('UNTIL_BEFORE_SINCE', 'until');
    const [home] = currentResidences(citizen);
    if (!home) return refuse('ABSENCE_WITHOUT_RESIDENCE');
    if (occurredOn < home.since) return refuse('DAY_BEFORE_SINCE', 'occurredOn', { day: home.since });
    const other = citizen.absences.find((one) => overlaps(one, occurredOn, until));
    if (other) return refuse('ABSENCE_OVERLAP', 'occurredOn', { day: other.since });
    return accept(writesOf(loaded.found, { type: 'AbsenceStarted', data: checked.value }), { absenceId });
  };
}

const NEVER = '9999-12-31';

/** Whether an absence shares a day with `since` to `until` (both inclusive; null = open). One whose return nobody told lasts on. */
function overlaps(one: AbsenceState, since: string, until: string | null): boolean {
  return one.since <= (until ?? NEVER) && (one.endedOn ?? NEVER) > since && one.since !== one.endedOn;
}

export interface EndAbsence extends LifeEvent {
  absenceId: string;
  cause: string;
}

/** A citizen is home again, or never was away. */
export function endAbsence(input: EndAbsence, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadForEvent(load, input, 'residence', env);
    if (!loaded.ok) return loaded;
    const absence = loaded.found.citizen.absences.find((one) => one.absenceId === input.absenceId);
    if (!absence) return refuse('ABSENCE_UNKNOWN');
    if (absence.endedOn !== null) return refuse('ABSENCE_ENDED', undefined, { day: absence.endedOn });
    const { evidence, ...fact } = input;
    const checked = parsed(absenceEnded.schema, { ...fact, ...(evidence && { evidence }) });
    if (!checked.ok) return checked;
    const { cause, occurredOn } = checked.value;
    if (cause === 'returned' && occurredOn < absence.since)
      return refuse('DAY_BEFORE_ABSENCE', 'occurredOn', { day: absence.since });
    const { died } = loaded.found.citizen;
    if (cause === 'returned' && died !== null && occurredOn > died) return refuse('DAY_AFTER_DEATH', 'occurredOn');
    return accept(writesOf(loaded.found, { type: 'AbsenceEnded', data: checked.value }));
  };
}
