import type { OneStopEvent, OneStopSettings } from '@nocgia/schemas/events/one-stop.ts';
import { oneStopSet } from '@nocgia/schemas/events/one-stop.ts';
import { accept, after, parsed, refuse } from '../../event-store/deciding.ts';
import type { DomainEvent } from '../../event-store/log.ts';
import type { CommandEnv, Decider } from '../command-env.ts';

export function oneStopStream(ward: string): string {
  return `one-stop-${ward}`;
}

/** The settings of a ward's one-stop desk; null until somebody made them. */
export function oneStopOf(events: readonly DomainEvent[] = []): OneStopSettings | null {
  const fact = events.findLast(({ type }) => type === 'OneStopSet') as OneStopEvent | undefined;
  return fact?.type === 'OneStopSet' ? fact.data.settings : null;
}

/** Sets up a ward's desk: agency code, name, what pauses do, where transfers go. Dossiers under way keep the rule they were taken by. */
export function setOneStop(input: { ward: string; settings: OneStopSettings }, env: CommandEnv): Decider {
  return async (load) => {
    const denied = env.may('manage', 'Procedure', { ward: input.ward, neighbourhood: null });
    if (denied) return { ok: false, rejection: denied };
    const checked = parsed(oneStopSet.schema, { ...input, occurredOn: env.today });
    if (!checked.ok) return checked;
    const stream = oneStopStream(input.ward);
    const events = (await load([stream])).get(stream) ?? [];
    if (JSON.stringify(oneStopOf(events)) === JSON.stringify(checked.value.settings)) return refuse('NOTHING_CHANGED');
    return accept([after(stream, events, { type: 'OneStopSet', data: checked.value })]);
  };
}
