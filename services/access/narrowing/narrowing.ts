import {
  fieldRightNarrowed,
  type FieldGroup,
  type FieldRight,
  type FieldRightEvent,
} from '@nocgia/schemas/events/field-right.ts';
import type { Role } from '@nocgia/schemas/events/account.ts';
import { accept, after, parsed, refuse } from '../../event-store/deciding.ts';
import type { DomainEvent } from '../../event-store/log.ts';
import type { AccountDecider, AccountEnv } from '../account/account.ts';
import { placeOfUnit } from '../account/role-units.ts';
import { fieldsOf, isNarrower } from '../field-table.ts';

/** What an administrator takes away: from a day, to a last day or for good. */
export interface NarrowField {
  unit: string;
  role: Role;
  group: FieldGroup;
  right: FieldRight;
  from: string;
  until: string | null;
}

interface Narrowed extends NarrowField {
  id: string;
  endedOn: string | null;
}

export const rightsStream = (unit: string): string => `rights-${unit}`;

function narrowingsOf(events: readonly DomainEvent[]): Narrowed[] {
  const all = new Map<string, Narrowed>();
  for (const event of events) {
    const fact = event as FieldRightEvent;
    if (fact.type === 'FieldRightNarrowed') {
      const { narrowingId: id, unit, role, group, right, from, until } = fact.data;
      all.set(id, { id, unit, role, group, right, from, until, endedOn: null });
    } else {
      const known = all.get(fact.data.narrowingId);
      if (known) all.set(known.id, { ...known, endedOn: fact.data.occurredOn });
    }
  }
  return [...all.values()];
}

/**
 * Narrows what a role at a ward or above may do with a group of fields, from today at the earliest: nobody's past looks become wrong.
 * Refuses RIGHT_NOT_NARROWER where the table grants no more anyway. Answers `{ narrowingId }`.
 */
export function narrowField(input: NarrowField, env: AccountEnv): AccountDecider {
  return async (load) => {
    const narrowed = parsed(fieldRightNarrowed.schema, { ...input, narrowingId: env.newId(), occurredOn: env.today });
    if (!narrowed.ok) return narrowed;
    const { unit, role, group, right, from, until, narrowingId } = narrowed.value;
    const refused = env.may('manage', 'Account', placeOfUnit(unit));
    if (refused) return { ok: false, rejection: refused };
    if (unit.includes('-')) return refuse('FIELD_INVALID', 'unit');
    if (from < env.today) return refuse('NARROWING_PAST', 'from');
    if (until !== null && until < from) return refuse('POSITION_PERIOD', 'until');
    if (!isNarrower(right, fieldsOf(role, from)[group])) return refuse('RIGHT_NOT_NARROWER', 'right');
    const stream = rightsStream(unit);
    const events = (await load([stream])).get(stream) ?? [];
    return accept([after(stream, events, { type: 'FieldRightNarrowed', data: narrowed.value })], { narrowingId });
  };
}

/** Gives back from a day on what was taken away; the day is today at the earliest. */
export function restoreField(
  input: { unit: string; narrowingId: string; occurredOn: string },
  env: AccountEnv,
): AccountDecider {
  return async (load) => {
    const { unit, narrowingId, occurredOn } = input;
    const refused = env.may('manage', 'Account', placeOfUnit(unit));
    if (refused) return { ok: false, rejection: refused };
    const stream = rightsStream(unit);
    const events = (await load([stream])).get(stream) ?? [];
    const known = narrowingsOf(events).find(({ id }) => id === narrowingId);
    if (!known) return refuse('NOT_FOUND');
    if (occurredOn < env.today) return refuse('NARROWING_PAST', 'occurredOn');
    if (known.endedOn !== null || (known.until !== null && known.until < env.today)) return refuse('NOTHING_CHANGED');
    return accept([after(stream, events, { type: 'FieldRightRestored', data: { narrowingId, unit, occurredOn } })]);
  };
}
