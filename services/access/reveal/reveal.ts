import { fieldRevealed } from '@nocgia/schemas/events/account.ts';
import type { Rejection } from '@nocgia/schemas/errors.ts';
import { accept, parsed, refuse } from '../../event-store/deciding.ts';
import type { Decided, Decision, LoadStreams } from '../../event-store/dispatcher.ts';
import type { CodedPlace } from '../ability.ts';
import type { Authority } from '../authority.ts';
import { groupOfCitizenField } from '../masking.ts';

/** A person as revealing needs them, from their own streams: where they belong, and what a field holds. */
export interface RevealSubject {
  /** Every place by which the person is within somebody's reach. */
  places: readonly CodedPlace[];
  /** The text of a field; null when it holds nothing. */
  value(field: string): string | null;
  /** Version checks of the streams that this was read from. */
  relied: Decision['writes'];
}

export type LoadSubject = (load: LoadStreams, citizenId: string) => Promise<RevealSubject | null>;

export interface RevealInput {
  citizenId: string;
  field: string;
  purpose: string;
  note: string | null;
}

export interface RevealEnv {
  may: Authority;
  accountId: string;
  today: string;
  newId(): string;
  loadSubject: LoadSubject;
}

export const revealStream = (id: string): string => `reveal-${id}`;

/**
 * A masked field is looked at, for a purpose. Refuses what the reader may not reveal (FORBIDDEN, NOT_FOUND) and a field that holds
 * nothing (REVEAL_NOTHING). Answers `{ revealId }`; the value itself is nowhere in it, but read again by `revealedValue`.
 */
export function revealField(input: RevealInput, env: RevealEnv): (load: LoadStreams) => Promise<Decided> {
  return async (load) => {
    const group = groupOfCitizenField(input.field);
    if (group === null) return refuse('FIELD_INVALID', 'field');
    const subject = await env.loadSubject(load, input.citizenId);
    if (!subject) return refuse('NOT_FOUND');
    const refusals = subject.places.map((place) => env.may('reveal', 'Citizen', place, group));
    if (!refusals.includes(null)) return { ok: false, rejection: mildest(refusals) };
    if (subject.value(input.field) === null) return refuse('REVEAL_NOTHING', 'field');
    const { citizenId, field, purpose, note } = input;
    const fact = parsed(fieldRevealed.schema, {
      accountId: env.accountId,
      citizenId,
      field,
      purpose,
      note,
      occurredOn: env.today,
    });
    if (!fact.ok) return fact;
    const revealId = env.newId();
    return accept(
      [
        { stream: revealStream(revealId), expected: 'none', events: [{ type: 'FieldRevealed', data: fact.value }] },
        ...subject.relied,
      ],
      { revealId },
    );
  };
}

/** Of several refusals the one that says most: whoever sees a person by one place is told FORBIDDEN, not NOT_FOUND. */
function mildest(refusals: readonly (Rejection | null)[]): Rejection {
  return refusals.find((refusal) => refusal !== null && refusal.code !== 'NOT_FOUND') ?? { code: 'NOT_FOUND' };
}
