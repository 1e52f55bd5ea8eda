import type { CitizenDetails } from '@nocgia/schemas/events/citizen.ts';
import type { Evidence } from '@nocgia/schemas/events/evidence.ts';
import { isDay } from '@nocgia/schemas/events/common.ts';
import { accept, refuse } from '../../../event-store/deciding.ts';
import type { CommandEnv, Decider } from '../../command-env.ts';
import { writable } from '../../household/household.ts';
import { loadHouseholds } from '../../place.ts';
import { loadCitizen, mayWrite, registerCitizen } from '../citizen.ts';
import { together, writesOf } from './person.ts';

export interface RegisterBirth {
  householdId: string;
  /** Both as far as the register knows them; at least one lives in the household, unless `apart`. */
  motherId: string | null;
  fatherId: string | null;
  details: CitizenDetails;
  relation: string;
  evidence: Evidence | null;
  /** The child lives in a household of neither parent, as they agree (Luật Cư trú 2020, Điều 12.2). */
  apart?: boolean;
}

/**
 * A child is born: a new person who lives with a parent, permanently, from the day of birth on (a child's permanent residence is the
 * parents', Luật Cư trú 2020 Điều 12, unless they agree on another), and whose first fact names the parents. A parent who does not live in the household (a father
 * who died before the birth, say) is one whose record this officer keeps. Answers `{ citizenId, residenceId }`.
 */
export function registerBirth(input: RegisterBirth, env: CommandEnv): Decider {
  const { householdId, motherId, fatherId, details, relation, evidence, apart = false } = input;
  return async (load) => {
    const target = (await loadHouseholds(load, [householdId])).get(householdId);
    const wrong = writable(target, env);
    if (wrong || !target) return { ok: false, rejection: wrong ?? { code: 'HOUSEHOLD_UNKNOWN' } };
    const denied = env.may('write', 'Citizen', target.place, 'identity');
    if (denied) return { ok: false, rejection: denied };
    if (details.birth === null || !isDay(details.birth)) return refuse('BIRTH_DAY_NEEDED', 'birth');
    if (details.birth > env.today) return refuse('DAY_IN_FUTURE', 'birth');
    const { members } = target.household;
    const parents = Object.entries({ motherId, fatherId }).flatMap(([field, id]) =>
      id === null ? [] : [{ field, id }],
    );
    if (!apart && !parents.some(({ id }) => members.has(id))) return refuse('PARENT_NOT_MEMBER', 'motherId');
    if (motherId !== null && motherId === fatherId) return refuse('PARENTS_SAME', 'fatherId');
    const elsewhere = [];
    for (const { field, id } of parents.filter((one) => !members.has(one.id))) {
      const parent = await loadCitizen(load, id);
      const known = parent && !parent.citizen.withdrawn && !parent.citizen.mergedInto;
      if (!known || mayWrite(parent, 'identity', env)) return refuse('PARENT_UNKNOWN', field);
      elsewhere.push(...writesOf(parent));
    }
    const residence = {
      ...{ householdId, relation, kind: 'permanent', cause: 'birth', since: details.birth, estimated: false },
      ...{ until: null, source: 'self_declared', cameFrom: null, evidence },
    };
    const child = await registerCitizen({ details, motherId, fatherId, ...residence }, env)(load);
    if (!child.ok) return child;
    const { writes, result } = child.decision;
    return accept(together([...writes, ...elsewhere]), result);
  };
}
