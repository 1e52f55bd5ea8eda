import { citizenDetailsChanged } from '@nocgia/schemas/events/citizen.ts';
import { accept, parsed, refuse } from '../../../event-store/deciding.ts';
import type { CommandEnv, Decider } from '../../command-env.ts';
import { loadForEvent, writesOf, type LifeEvent } from './person.ts';

export interface RecordEid extends LifeEvent {
  level: string;
  nature: 'correction' | 'change';
}

/** The level of the electronic identity rises (NĐ 69/2024/NĐ-CP), or was recorded wrongly; only a correction lowers it. */
export function recordEid(input: RecordEid, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadForEvent(load, input, 'identity', env);
    if (!loaded.ok) return loaded;
    const { citizen } = loaded.found;
    const { citizenId, level, nature, occurredOn, evidence } = input;
    if (citizen.died !== null && occurredOn > citizen.died) return refuse('DAY_AFTER_DEATH', 'occurredOn');
    const { eidLevel = null, eidSince = null } = citizen.details;
    if (eidLevel === level && eidSince === occurredOn) return refuse('NOTHING_CHANGED');
    if (nature === 'change' && eidLevel !== null && level <= eidLevel) return refuse('EID_NOT_HIGHER', 'level');
    const checked = parsed(citizenDetailsChanged.schema, {
      ...{ citizenId, nature, occurredOn, reason: null },
      changes: { eidLevel: level, eidSince: occurredOn },
      ...(evidence && { evidence }),
    });
    if (!checked.ok) return checked.rejection.field === 'changes.eidLevel' ? refuse('FIELD_INVALID', 'level') : checked;
    return accept(writesOf(loaded.found, { type: 'CitizenDetailsChanged', data: checked.value }));
  };
}
