import { foldName } from '@nocgia/schemas/text/fold.ts';
import { phoneKey } from '@nocgia/schemas/text/phone.ts';
import type { Probe } from './register.ts';
import type { Resident } from './resident.ts';

/** What is asked of the register for these rows. */
export function probeOf(batch: readonly Resident[]): Probe {
  const details = batch.flatMap((row) => row.details ?? []);
  return {
    sourceKeys: [...new Set(batch.flatMap((row) => row.sourceKey ?? []))],
    nationalIds: [...new Set(details.flatMap(({ nationalId }) => nationalId ?? []))],
    names: [...new Set(details.map(({ fullName }) => foldName(fullName)))],
    phones: [...new Set(details.flatMap(({ phone }) => (phone ? phoneKey(phone) : [])))],
  };
}

/** Where a household of the file lives, and its number. */
export type Home = Pick<Resident, 'neighbourhood' | 'houseNumber' | 'street' | 'householdNumber'>;

/** The row as its household says it: in a block, number and address stand on the first row alone. */
export function atHome(row: Resident, homes: Map<string, Home>, key: string): Resident {
  const home = homes.get(key);
  const { neighbourhood, houseNumber, street, householdNumber } = row;
  if (!home) {
    homes.set(key, { neighbourhood, houseNumber, street, householdNumber });
    return row;
  }
  const place = houseNumber === null && street === null ? home : row;
  return {
    ...row,
    neighbourhood: neighbourhood ?? home.neighbourhood,
    houseNumber: place.houseNumber,
    street: place.street,
    householdNumber: householdNumber ?? home.householdNumber,
  };
}

/** Whether the row's column of the head, by name or number, means this very row. */
export function namesItself({ headName, headId, details }: Resident, name: string): boolean {
  if (headId !== null) return headId === details?.nationalId || headId === details?.earlierId;
  return headName !== null && headName === name;
}

/** What a row says of its person, as a difference or a likeness shows it. */
export type RowFacts = {
  fullName: string | null;
  sex: string | null;
  birth: string | null;
  nationalId: string | null;
  phone: string | null;
};

/** The facts of a row that are shown beside those of the register. */
export function factsOf({ details }: Resident): RowFacts {
  const { fullName = null, sex = null, birth = null, nationalId = null, phone = null } = details ?? {};
  return { fullName, sex, birth, nationalId, phone };
}
