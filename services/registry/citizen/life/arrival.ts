import { foldName } from '@nocgia/schemas/text/fold.ts';
import { accept, after, refuse } from '../../../event-store/deciding.ts';
import type { CommandEnv, Decider } from '../../command-env.ts';
import { writable } from '../../household/household.ts';
import { loadHouseholds } from '../../place.ts';
import { checkDays, headTaken, joining, loadCitizen, startOf, type NewResidence } from '../citizen.ts';
import { currentResidences, overlapping, type CitizenState } from '../citizen-state.ts';
import { holderOf, nationalIdClaim } from '../claim.ts';

export interface ArriveByNationalId extends Omit<NewResidence, 'cause' | 'cameFrom' | 'fromWard' | 'estimated'> {
  nationalId: string;
  fullName: string;
  birth: string;
}

/**
 * Somebody whom another unit of this installation let go arrives here. The number leads to the person; only whoever knows name and birth
 * as well learns that there is one. The arrival goes onto the same stream, and says which ward they came from. Answers `{ citizenId }`.
 */
export function arriveByNationalId(input: ArriveByNationalId, env: CommandEnv): Decider {
  return async (load) => {
    const target = (await loadHouseholds(load, [input.householdId])).get(input.householdId);
    const wrong = writable(target, env);
    if (wrong || !target) return { ok: false, rejection: wrong ?? { code: 'HOUSEHOLD_UNKNOWN' } };
    const denied = env.may('write', 'Citizen', target.place, 'residence');
    if (denied) return { ok: false, rejection: denied };
    if (!/^\d{12}$/.test(input.nationalId)) return refuse('FIELD_INVALID', 'nationalId');
    const claim = nationalIdClaim(env.claimHash, input.nationalId);
    const claimed = (await load([claim])).get(claim) ?? [];
    const holder = holderOf(claimed);
    if (holder === null) return refuse('ARRIVAL_UNKNOWN', 'nationalId');
    const found = await loadCitizen(load, holder);
    // One answer for all that is not as it was said, so that numbers cannot be tried out.
    if (!found || !isThis(found.citizen, input) || resides(found.citizen, input.kind))
      return refuse('NATIONAL_ID_IN_USE', 'nationalId');
    const { citizen } = found;
    const fromWard = found.placing[0]?.place.ward ?? null;
    const residence = { ...input, cause: 'arrival', cameFrom: null, fromWard, estimated: false };
    const started = startOf(citizen.citizenId, residence, env);
    if (!started.ok) return started;
    const untimely =
      checkDays({ birth: citizen.details.birth, died: null }, started.value, env) ?? headTaken(target, input.relation);
    if (untimely) return { ok: false, rejection: untimely };
    if (target.household.members.has(citizen.citizenId)) return refuse('ALREADY_MEMBER', 'householdId');
    const overlap = overlapping(citizen, started.value.kind, input.since, null, null);
    if (overlap) return refuse('RESIDENCE_OVERLAP', 'since', { day: overlap.endedOn ?? '' });
    return accept(
      [
        after(found.stream, found.events, started.event),
        after(target.stream, target.events, ...joining(target, citizen.citizenId, input)),
        after(target.dwelling.stream, target.dwelling.events),
        after(claim, claimed),
      ],
      { citizenId: citizen.citizenId },
    );
  };
}

/** Whether name and birth are those of the record: the name without accents, the birth at least as exactly as it is known. */
function isThis(citizen: CitizenState, { fullName, birth }: ArriveByNationalId): boolean {
  const { details, died, withdrawn, mergedInto } = citizen;
  if (died !== null || withdrawn || mergedInto !== null || details.birth === null) return false;
  return foldName(details.fullName) === foldName(fullName) && birth.startsWith(details.birth);
}

function resides(citizen: CitizenState, kind: string): boolean {
  return currentResidences(citizen).some((one) => one.kind === kind);
}
