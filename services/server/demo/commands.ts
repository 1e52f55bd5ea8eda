import type { LifeEvent } from '@nocgia/infra/demo/model.ts';
import type { Relation } from '@nocgia/schemas/events/citizen.ts';
import type { LoadStreams, Decided } from '../../event-store/dispatcher.ts';
import { citizenOf, citizenStream, type CitizenState } from '../../registry/citizen/citizen-state.ts';
import { registerCitizen } from '../../registry/citizen/citizen.ts';
import { endAbsence, startAbsence } from '../../registry/citizen/life/absence.ts';
import { registerBirth } from '../../registry/citizen/life/birth.ts';
import { recordDeath } from '../../registry/citizen/life/death.ts';
import { recordEid } from '../../registry/citizen/life/eid.ts';
import { endMarriage, recordMarriage } from '../../registry/citizen/life/marriage.ts';
import { grantPolicyStatus } from '../../registry/citizen/life/policy.ts';
import { renewResidence } from '../../registry/citizen/life/renewal.ts';
import { joinHousehold, leaveHousehold } from '../../registry/citizen/residence.ts';
import type { CommandEnv } from '../../registry/command-env.ts';
import { changeHead } from '../../registry/household/head.ts';
import { dissolveHousehold, formHousehold, moveHousehold } from '../../registry/household/household.ts';
import { joinHouseholds } from '../../registry/household/join.ts';
import { splitHousehold } from '../../registry/household/split.ts';
import { grantHouseholdStatus } from '../../registry/household/status.ts';
import { confirmDwelling } from '../../territory/dwelling/confirm.ts';

/** Ids that commands have answered, by the indices of the generation. */
export interface Made {
  dwellings: string[];
  households: string[];
  people: string[];
}

type Decide = (load: LoadStreams) => Promise<Decided>;

/** A command that needs to know something of a citizen which the generation does not: an id that an earlier command made. */
function knowing(citizenId: string, decide: (citizen: CitizenState) => Decide): Decide {
  return async (load) => {
    const stream = citizenStream(citizenId);
    const citizen = citizenOf((await load([stream])).get(stream));
    if (!citizen) throw new Error('nobody of that index is in the register');
    return decide(citizen)(load);
  };
}

/** The ordinary command by which something of the demo ward is recorded. */
export function commandFor(event: LifeEvent, made: Made, env: CommandEnv): Decide {
  const household = (index: number): string => made.households[index] ?? '';
  const dwelling = (index: number): string => made.dwellings[index] ?? '';
  const person = (index: number): string => made.people[index] ?? '';
  const said = (relations: readonly [number, Relation][]) =>
    relations.map(([index, relation]) => ({ citizenId: person(index), relation }));
  const { on: occurredOn } = event;
  switch (event.type) {
    case 'form': {
      const details = { number: event.number };
      return formHousehold({ dwellingId: dwelling(event.dwelling), details, occurredOn }, env);
    }
    case 'arrival': {
      const { details, relation, kind, since, until, cameFrom, first } = event;
      const cause = first ? 'first_entry' : 'arrival';
      const source = first ? 'board' : kind === 'temporary' ? 'self_declared' : 'police';
      const stay = { relation, kind, since, until, cameFrom, cause, source, estimated: false };
      return registerCitizen({ details, householdId: household(event.household), ...stay }, env);
    }
    case 'birth': {
      const { details, relation, evidence } = event;
      const parents = { motherId: person(event.mother), fatherId: event.father === null ? null : person(event.father) };
      const householdId = household(event.household);
      return registerBirth({ householdId, ...parents, details, relation, evidence }, env);
    }
    case 'death':
      return recordDeath({ citizenId: person(event.person), occurredOn, evidence: event.evidence }, env);
    case 'leave':
    case 'renewal':
      return knowing(person(event.person), ({ citizenId, residences }) => {
        const residenceId = residences.find((one) => one.endedOn === null)?.residenceId ?? '';
        if (event.type === 'renewal')
          return renewResidence({ citizenId, residenceId, until: event.until, occurredOn, source: 'police' }, env);
        const { cause, wentTo } = event;
        return leaveHousehold({ citizenId, residenceId, cause, occurredOn, wentTo }, env);
      });
    case 'move': {
      const stay = { relation: event.relation, kind: 'permanent', since: occurredOn, until: null, cause: 'move' };
      const householdId = household(event.household);
      const rest = { source: 'police', cameFrom: null, estimated: false };
      return joinHousehold({ citizenId: person(event.person), householdId, ...stay, ...rest }, env);
    }
    case 'moveHousehold': {
      const [householdId, dwellingId] = [household(event.household), dwelling(event.dwelling)];
      return moveHousehold({ householdId, dwellingId, occurredOn }, env);
    }
    case 'head': {
      const [householdId, citizenId] = [household(event.household), person(event.person)];
      return changeHead({ householdId, citizenId, occurredOn, relations: said(event.relations) }, env);
    }
    case 'dissolve':
      return dissolveHousehold({ householdId: household(event.household), occurredOn }, env);
    case 'split': {
      const { relations, number } = event;
      const headId = person(event.person);
      const citizenIds = [headId, ...relations.map(([index]) => person(index))];
      const dwellingId = event.dwelling === null ? null : dwelling(event.dwelling);
      const split = { householdId: household(event.household), citizenIds, headId, relations: said(relations) };
      return splitHousehold({ ...split, dwellingId, details: { number }, occurredOn }, env);
    }
    case 'unite': {
      const [householdId, intoHouseholdId] = [household(event.household), household(event.into)];
      return joinHouseholds({ householdId, intoHouseholdId, relations: said(event.relations), occurredOn }, env);
    }
    case 'absence': {
      const { until, destination, reason } = event;
      const absence = { until, destination, reason, source: 'self_declared' };
      return startAbsence({ citizenId: person(event.person), occurredOn, ...absence }, env);
    }
    case 'return':
      return knowing(person(event.person), ({ citizenId, absences }) => {
        const absenceId = absences.find((one) => one.endedOn === null)?.absenceId ?? '';
        return endAbsence({ citizenId, absenceId, cause: 'returned', occurredOn }, env);
      });
    case 'marriage': {
      const [citizenId, spouseId] = [person(event.person), person(event.spouse)];
      return recordMarriage({ citizenId, spouseId, spouseName: null, occurredOn, evidence: event.evidence }, env);
    }
    case 'divorce':
      return knowing(person(event.person), ({ citizenId, marriages }) => {
        const marriageId = marriages.find((one) => one.endedOn === null)?.marriageId ?? '';
        return endMarriage({ citizenId, marriageId, cause: 'divorce', occurredOn, evidence: event.evidence }, env);
      });
    case 'policy': {
      const { status, until, evidence } = event;
      return grantPolicyStatus({ citizenId: person(event.person), status, until, occurredOn, evidence }, env);
    }
    case 'householdStatus': {
      const { status, until, evidence } = event;
      const householdId = household(event.household);
      return grantHouseholdStatus({ householdId, status, until, occurredOn, evidence }, env);
    }
    case 'eid': {
      const { level } = event;
      return recordEid({ citizenId: person(event.person), level, nature: 'change', occurredOn }, env);
    }
    case 'confirmation':
      return confirmDwelling({ dwellingId: dwelling(event.dwelling), method: event.method, occurredOn }, env);
  }
}

/** Keeps the ids that a command answered. */
export function keepIds(event: LifeEvent, result: Record<string, string>, made: Made): void {
  if (event.type === 'form') made.households[event.household] = result.householdId ?? '';
  if (event.type === 'split') made.households[event.newHousehold] = result.householdId ?? '';
  if (event.type === 'arrival' || event.type === 'birth') made.people[event.person] = result.citizenId ?? '';
}
