import type { DemoWard, Details } from '@nocgia/infra/demo/model.ts';
import type { Relation } from '@nocgia/schemas/events/citizen.ts';
import type { Party } from '@nocgia/schemas/events/dossier.ts';

/** Somebody of age who has lived in the ward from the first day to today: who can own a dossier, or be named in one. */
export interface Resident {
  /** Index of the generation. */
  person: number;
  household: number;
  relation: Relation;
  details: Details;
  party: Party;
}

/** Those of the demo ward, in the order of their dwellings. `first`: the first day of the ward's life. */
export function residents({ ward, first }: { ward: DemoWard; first: string }): Resident[] {
  const gone = new Set(
    ward.life.flatMap((event) => (event.type === 'death' || event.type === 'leave' ? [event.person] : [])),
  );
  return ward.founding.flatMap((events, dwelling) =>
    events.flatMap((event): Resident[] => {
      if (event.type !== 'arrival' || gone.has(event.person)) return [];
      const { person, household, relation, details } = event;
      const { fullName, nationalId = null, birth, phone = null } = details;
      if (!birth || Number(birth.slice(0, 4)) > Number(first.slice(0, 4)) - 19) return [];
      const { houseNumber = '', street = '' } = ward.dwellings[dwelling] ?? {};
      const address = `${houseNumber} ${street}, ${ward.ward.name}`.trim();
      const party: Party = { kind: 'citizen', name: fullName, nationalId, birth, phone, email: null, address };
      return [{ person, household, relation, details, party }];
    }),
  );
}
