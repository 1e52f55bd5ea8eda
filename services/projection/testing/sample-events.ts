import { createHash } from 'node:crypto';
import type { DomainEvent } from '../../event-store/log.ts';

/** A UUID made from a name, the same every time. */
export function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

type Placed = { stream: string; event: DomainEvent };

/** The events that the sample projection folds. */
export const sample = {
  formed: (household: string, dwelling: string): Placed => ({
    stream: `household-${uuidOf(household)}`,
    event: {
      type: 'HouseholdFormed',
      data: { householdId: uuidOf(household), dwellingId: uuidOf(dwelling), occurredOn: '2026-01-01', details: {} },
    },
  }),
  moved: (household: string, dwelling: string): Placed => ({
    stream: `household-${uuidOf(household)}`,
    event: {
      type: 'HouseholdMoved',
      data: { householdId: uuidOf(household), dwellingId: uuidOf(dwelling), occurredOn: '2026-02-01' },
    },
  }),
  dissolved: (household: string): Placed => ({
    stream: `household-${uuidOf(household)}`,
    event: { type: 'HouseholdDissolved', data: { householdId: uuidOf(household), occurredOn: '2026-03-01' } },
  }),
  lives: (citizen: string, household: string): Placed => ({
    stream: `citizen-${uuidOf(citizen)}`,
    event: {
      type: 'ResidenceStarted',
      data: {
        citizenId: uuidOf(citizen),
        residenceId: uuidOf(`${citizen} in ${household}`),
        kind: 'permanent',
        householdId: uuidOf(household),
        relation: 'child',
        cause: 'arrival',
        estimated: false,
        until: null,
        source: 'board',
        cameFrom: null,
        occurredOn: '2026-01-02',
      },
    },
  }),
};
