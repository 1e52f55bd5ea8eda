import type { NumberingEvent, SeriesKind } from '@nocgia/schemas/events/numbering.ts';
import { numberVoided, seriesStarted } from '@nocgia/schemas/events/numbering.ts';
import { accept, after, parsed, refuse } from '../../event-store/deciding.ts';
import type { Decision } from '../../event-store/dispatcher.ts';
import type { DomainEvent, RecordedEvent } from '../../event-store/log.ts';
import type { CommandEnv, Decider } from '../command-env.ts';

/** Which series: the dossiers of a ward on a day, the receipts of one of its books. */
export interface Series {
  ward: string;
  kind: SeriesKind;
  /** `20261122` for a day, else the book's name. */
  period: string;
}

export interface SeriesState {
  /** The number that is given out next. */
  next: number;
  /** Number -> id of what it was taken for. */
  taken: ReadonlyMap<number, string>;
  /** Number -> reason. A number may be taken first and voided later. */
  voided: ReadonlyMap<number, string>;
}

export function numberingStream({ ward, kind, period }: Series): string {
  return `numbering-${ward}-${kind}-${period}`;
}

/** The state that a series' stream adds up to; one that nobody started begins at 1. */
export function seriesOf(events: readonly DomainEvent[] = []): SeriesState {
  let next = 1;
  const taken = new Map<number, string>();
  const voided = new Map<number, string>();
  for (const event of events) {
    const fact = event as NumberingEvent;
    if (fact.type === 'SeriesStarted') {
      next = fact.data.at;
      continue;
    }
    const { number } = fact.data;
    if (fact.type === 'NumberTaken') taken.set(number, fact.data.for);
    else voided.set(number, fact.data.reason);
    next = Math.max(next, number + 1);
  }
  return { next, taken, voided };
}

/** The next number of a series for something, as one stream's share of the decision that makes it; who comes first has it. */
export function takeNumber(
  series: Series,
  read: readonly RecordedEvent[],
  forId: string,
  today: string,
): { number: number; write: Decision['writes'][number] } {
  const number = seriesOf(read).next;
  const taken = { type: 'NumberTaken', data: { ...series, number, for: forId, occurredOn: today } };
  return { number, write: after(numberingStream(series), read, taken) };
}

export interface StartSeries extends Series {
  /** The first number to be given out. */
  at: number;
}

/** Goes on with a paper book: numbers of the series are given out from `at` on. Never back over one that was given out. */
export function startSeries(input: StartSeries, env: CommandEnv): Decider {
  return async (load) => {
    const denied = env.may('manage', 'Procedure', { ward: input.ward, neighbourhood: null });
    if (denied) return { ok: false, rejection: denied };
    const checked = parsed(seriesStarted.schema, { ...input, occurredOn: env.today });
    if (!checked.ok) return checked;
    const stream = numberingStream(input);
    const events = (await load([stream])).get(stream) ?? [];
    const { next } = seriesOf(events);
    if (input.at < next) return refuse('NUMBER_GIVEN_OUT', 'at', { next });
    return accept([after(stream, events, { type: 'SeriesStarted', data: checked.value })]);
  };
}

export interface VoidNumber extends Series {
  number: number;
  reason: string;
}

/** A number that shall not count: one that was taken, or the next one (spoiled on paper, say). Given back to nobody. */
export function voidNumber(input: VoidNumber, env: CommandEnv): Decider {
  return async (load) => {
    const denied = env.may('write', 'Series', { ward: input.ward, neighbourhood: null });
    if (denied) return { ok: false, rejection: denied };
    const checked = parsed(numberVoided.schema, { ...input, occurredOn: env.today });
    if (!checked.ok) return checked;
    const stream = numberingStream(input);
    const events = (await load([stream])).get(stream) ?? [];
    const { next, taken, voided } = seriesOf(events);
    if (voided.has(input.number)) return refuse('NUMBER_VOIDED', 'number');
    if (input.number !== next && !taken.has(input.number)) return refuse('NUMBER_NOT_NEXT', 'number', { next });
    return accept([after(stream, events, { type: 'NumberVoided', data: checked.value })]);
  };
}
