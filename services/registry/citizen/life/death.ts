import { citizenDied } from '@nocgia/schemas/events/citizen.ts';
import { accept, after, parsed, refuse } from '../../../event-store/deciding.ts';
import type { Decision, LoadStreams } from '../../../event-store/dispatcher.ts';
import type { CommandEnv, Decider } from '../../command-env.ts';
import { leaving } from '../citizen.ts';
import { currentResidences, type CitizenState } from '../citizen-state.ts';
import { holderOf, nationalIdClaim, releaseClaim } from '../claim.ts';
import { marriedAs } from './marriage.ts';
import { loadForEvent, type LifeEvent } from './person.ts';

/**
 * A citizen has died: every residence ends that day, the households lose a member (and perhaps their head), the id becomes free, and
 * a husband or wife whom the register knows is widowed.
 */
export function recordDeath(input: LifeEvent, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadForEvent(load, input, 'residence', env);
    if (!loaded.ok) return loaded;
    const { found } = loaded;
    const { citizen } = found;
    if (citizen.died !== null) return refuse('CITIZEN_DEAD');
    const { evidence, ...fact } = input;
    const checked = parsed(citizenDied.schema, { ...fact, ...(evidence && { evidence }) });
    if (!checked.ok) return checked;
    const writes = [after(found.stream, found.events, { type: 'CitizenDied', data: checked.value })];
    for (const householdId of new Set(currentResidences(citizen).map((one) => one.householdId))) {
      const from = found.households.get(householdId);
      if (from) writes.push(after(from.stream, from.events, ...leaving(from, citizen.citizenId, input.occurredOn)));
    }
    writes.push(...(await widowing(load, citizen, input)));
    const { nationalId } = citizen.details;
    if (nationalId) {
      const stream = nationalIdClaim(env.claimHash, nationalId);
      const events = (await load([stream])).get(stream) ?? [];
      if (holderOf(events) === citizen.citizenId) writes.push(releaseClaim(stream, events, citizen.citizenId, 'death'));
    }
    return accept(writes);
  };
}

/** The end of a marriage as the surviving spouse's own stream tells it. */
async function widowing(
  load: LoadStreams,
  { marriages }: CitizenState,
  { occurredOn }: LifeEvent,
): Promise<Decision['writes']> {
  const writes: Decision['writes'] = [];
  for (const { marriageId, spouseId, endedOn } of marriages) {
    if (endedOn !== null || spouseId === null) continue;
    const spouse = await marriedAs(load, spouseId, marriageId);
    if (!spouse || spouse.citizen.died !== null) continue;
    const data = { ...spouse.subject, marriageId, cause: 'death', evidence: null, occurredOn };
    writes.push(after(spouse.stream, spouse.events, { type: 'MarriageEnded', data }));
  }
  return writes;
}
