import type { CitizenDetails } from '@nocgia/schemas/events/citizen.ts';
import type { Evidence } from '@nocgia/schemas/events/evidence.ts';
import { isDay } from '@nocgia/schemas/events/common.ts';
import { refuse } from '../../../event-store/deciding.ts';
import type { CommandEnv, Decider } from '../../command-env.ts';
import { writable } from '../../household/household.ts';
import { loadHouseholds } from '../../place.ts';
import { registerCitizen } from '../citizen.ts';

export interface RegisterBirth {
  householdId: string;
  /** Mother, father or both. */
  parentIds: readonly string[];
  details: CitizenDetails;
  relation: string;
  evidence: Evidence | null;
}

/**
 * A child is born: a new person who lives with a parent, permanently, from the day of birth on (a child's permanent residence is the
 * parents', Luật Cư trú 2020 Điều 12). Answers `{ citizenId, residenceId }`.
 */
export function registerBirth(input: RegisterBirth, env: CommandEnv): Decider {
  const { householdId, parentIds, details, relation, evidence } = input;
  return async (load) => {
    const target = (await loadHouseholds(load, [householdId])).get(householdId);
    const wrong = writable(target, env);
    if (wrong || !target) return { ok: false, rejection: wrong ?? { code: 'HOUSEHOLD_UNKNOWN' } };
    const denied = env.may('write', 'Citizen', target.place, 'identity');
    if (denied) return { ok: false, rejection: denied };
    if (details.birth === null || !isDay(details.birth)) return refuse('BIRTH_DAY_NEEDED', 'birth');
    if (details.birth > env.today) return refuse('DAY_IN_FUTURE', 'birth');
    if (!parentIds.some((id) => target.household.members.has(id))) return refuse('PARENT_NOT_MEMBER', 'parentIds');
    const residence = {
      ...{ householdId, relation, kind: 'permanent', cause: 'birth', since: details.birth, estimated: false },
      ...{ until: null, source: 'self_declared', cameFrom: null, evidence },
    };
    return registerCitizen({ details, ...residence }, env)(load);
  };
}
