import { dwellingConfirmed } from '@nocgia/schemas/events/dwelling.ts';
import type { Evidence } from '@nocgia/schemas/events/evidence.ts';
import { accept, after, parsed, refuse } from '../../event-store/deciding.ts';
import { untimelyEvidence } from '@nocgia/schemas/events/evidence.ts';
import type { CommandEnv, Decider } from '../command-env.ts';
import { dwellingOf, dwellingStream } from './dwelling.ts';

export interface ConfirmDwelling {
  dwellingId: string;
  method: string;
  occurredOn: string;
  evidence?: Evidence | null;
}

/**
 * What is recorded of a dwelling and of who lives there was found to be still true. It changes none of it, so whoever may propose
 * a change there may say so: the board of the neighbourhood, who goes from door to door, as well as those who keep the register.
 */
export function confirmDwelling(input: ConfirmDwelling, env: CommandEnv): Decider {
  return async (load) => {
    const { evidence, ...fact } = input;
    const stream = dwellingStream(input.dwellingId);
    const events = (await load([stream])).get(stream) ?? [];
    const dwelling = dwellingOf(events);
    if (!dwelling) return refuse('NOT_FOUND');
    const denied = env.may('propose', 'Citizen', dwelling, 'residence');
    if (denied) return { ok: false, rejection: denied };
    const checked = parsed(dwellingConfirmed.schema, { ...fact, ...(evidence && { evidence }) });
    if (!checked.ok) return checked;
    const { occurredOn } = checked.value;
    if (occurredOn > env.today) return refuse('DAY_IN_FUTURE', 'occurredOn');
    const untimely = untimelyEvidence(evidence, env.today);
    if (untimely) return { ok: false, rejection: untimely };
    if (occurredOn < dwelling.registeredOn)
      return refuse('DAY_BEFORE_DWELLING', 'occurredOn', { day: dwelling.registeredOn });
    if (dwelling.confirmedOn !== null && occurredOn <= dwelling.confirmedOn)
      return refuse('ALREADY_CONFIRMED', 'occurredOn', { day: dwelling.confirmedOn });
    return accept([after(stream, events, { type: 'DwellingConfirmed', data: checked.value })]);
  };
}
