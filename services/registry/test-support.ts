import { given, type World } from '../event-store/given.ts';
import type { CommandEnv } from './command-env.ts';
import { registerCitizen, type RegisterCitizen } from './citizen/citizen.ts';
import { formHousehold } from './household/household.ts';

/** Test support: the day on which the tests of this folder play. */
export const today = '2026-11-22';

let number = 0;

/** Test support: what commands are told; everything is allowed unless said otherwise. */
export function env(changes: Partial<CommandEnv> = {}): CommandEnv {
  return {
    may: () => null,
    today,
    newId: () => `00000000-0000-7000-9000-${String(++number).padStart(12, '0')}`,
    claimHash: (text) => `hash-of-${text.length}-${[...text].reverse().join('')}`,
    ...changes,
  };
}

/** Test support: ids of dwellings that stand from the start; `far` lies in another ward. */
export const dwellings = {
  one: '00000000-0000-7000-8000-0000000000d1',
  two: '00000000-0000-7000-8000-0000000000d2',
  far: '00000000-0000-7000-8000-0000000000d3',
};

function dwelling(dwellingId: string, ward: string, neighbourhood: string | null, houseNumber: string) {
  const data = {
    dwellingId,
    ward,
    neighbourhood,
    houseNumber,
    oldNumber: null,
    street: 'Lê Lợi',
    kind: 'house',
    point: null,
    occurredOn: '2025-07-01',
  };
  return [{ type: 'DwellingRegistered', data }];
}

/** Test support: a world with three dwellings and nobody in them. */
export function ward(): World {
  return given({
    [`dwelling-${dwellings.one}`]: dwelling(dwellings.one, '27226', '27226-001', '1'),
    [`dwelling-${dwellings.two}`]: dwelling(dwellings.two, '27226', '27226-002', '2'),
    [`dwelling-${dwellings.far}`]: dwelling(dwellings.far, '27232', null, '3'),
  });
}

/** Test support: a household is formed; answers its id. */
export async function household(world: World, dwellingId = dwellings.one, occurredOn = '2025-07-01'): Promise<string> {
  return (await world.run(formHousehold({ dwellingId, details: {}, occurredOn }, env()))).householdId ?? '';
}

/** Test support: what it takes to register somebody, with anything else on top. */
export function person(
  householdId: string,
  fullName: string,
  changes: Partial<RegisterCitizen> = {},
  details: Partial<RegisterCitizen['details']> = {},
): RegisterCitizen {
  return {
    details: { fullName, sex: 'female', birth: '1990-05-17', ...details },
    householdId,
    relation: 'child',
    kind: 'permanent',
    cause: 'first_entry',
    since: '2025-07-01',
    estimated: false,
    until: null,
    source: 'police',
    cameFrom: null,
    ...changes,
  };
}

/** Test support: somebody is registered; answers the ids. */
export async function register(
  world: World,
  input: RegisterCitizen,
): Promise<{ citizenId: string; residenceId: string }> {
  const { citizenId = '', residenceId = '' } = await world.run(registerCitizen(input, env()));
  return { citizenId, residenceId };
}
