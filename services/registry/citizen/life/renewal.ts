import { residenceRenewed } from '@nocgia/schemas/events/citizen.ts';
import { accept, parsed, refuse } from '../../../event-store/deciding.ts';
import type { CommandEnv, Decider } from '../../command-env.ts';
import { loadForEvent, writesOf, yearsLater, type LifeEvent } from './person.ts';

/** A temporary residence lasts two years at most and may be renewed any number of times (Luật Cư trú 2020, Điều 27.2). */
const TERM_YEARS = 2;

export interface RenewResidence extends LifeEvent {
  residenceId: string;
  /** The new last day. */
  until: string;
  source: string;
}

/** A temporary residence goes on to a later last day, at most two years after the present one. */
export function renewResidence(input: RenewResidence, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadForEvent(load, input, 'residence', env);
    if (!loaded.ok) return loaded;
    const { citizen } = loaded.found;
    if (citizen.died !== null) return refuse('CITIZEN_DEAD');
    const residence = citizen.residences.find((one) => one.residenceId === input.residenceId);
    if (!residence) return refuse('RESIDENCE_UNKNOWN');
    if (residence.endedOn !== null) return refuse('RESIDENCE_ENDED', undefined, { day: residence.endedOn });
    if (residence.kind !== 'temporary') return refuse('RENEWAL_NOT_TEMPORARY');
    const { evidence = null, ...fact } = input;
    const checked = parsed(residenceRenewed.schema, { ...fact, evidence });
    if (!checked.ok) return checked;
    const { occurredOn, until } = checked.value;
    if (occurredOn < residence.since) return refuse('DAY_BEFORE_SINCE', 'occurredOn', { day: residence.since });
    if (until <= (residence.until ?? residence.since))
      return refuse('RENEWAL_NOT_LATER', 'until', { day: residence.until ?? residence.since });
    // A term begins where the last one ends; of a residence without a last day, when it is renewed.
    const latest = yearsLater(residence.until ?? occurredOn, TERM_YEARS);
    if (until > latest) return refuse('RENEWAL_TOO_LONG', 'until', { day: latest });
    return accept(writesOf(loaded.found, { type: 'ResidenceRenewed', data: checked.value }));
  };
}
