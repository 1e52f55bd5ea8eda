import { codeOfUnit } from '@nocgia/schemas/events/common.ts';
import { dwellingRegistered } from '@nocgia/schemas/events/dwelling.ts';
import { accept, parsed } from '../../event-store/deciding.ts';
import type { CommandOutcome } from '../../event-store/dispatcher.ts';
import { formHousehold } from '../household/household.ts';
import { householdStream } from '../household/household-state.ts';
import { dwellingStream } from '../place.ts';
import { dwellingKey } from './address.ts';
import { openRegister } from './open-register.ts';
import { command, envOf, formedFor, roofOf, type ConfirmedRow, type Recording } from './recording.ts';
import type { Resident } from './resident.ts';

/** The household into which somebody comes: of the register, made by this very import, or formed now as the file has it. */
export async function targetHousehold(
  recording: Recording,
  row: ConfirmedRow,
  resident: Resident,
): Promise<{ householdId: string; formed: boolean } | Extract<CommandOutcome, { ok: false }>> {
  const { deps, record } = recording;
  if (row.household_id !== null) return { householdId: row.household_id, formed: false };
  const { rows } = await deps.pool.query<{ household_id: string }>(
    'select household_id from app.import_households where import_id = $1 and household = $2',
    [record.id, row.household],
  );
  const planned = rows[0]?.household_id;
  if (planned !== undefined) return { householdId: planned, formed: false };
  const householdId = formedFor(record.id, row);
  if ((await deps.log.readStream(householdStream(householdId), { limit: 1 })).length > 0)
    return { householdId, formed: false };
  const dwellingId = await dwellingAt(recording, row, resident);
  const details = resident.householdNumber === null ? {} : { number: resident.householdNumber };
  const env = { ...envOf(recording, row.number), newId: () => householdId };
  const formed = await command(
    recording,
    row,
    'form',
    formHousehold({ dwellingId, details, occurredOn: row.occurred_on }, env),
  );
  return formed.ok ? { householdId, formed: true } : formed;
}

/** The dwelling at the row's address; one that the register does not have is registered, as an import does with its own. */
export async function dwellingAt(recording: Recording, row: ConfirmedRow, resident: Resident): Promise<string> {
  const { deps, record } = recording;
  const { neighbourhood, houseNumber, oldNumber, street } = resident;
  recording.dwellings ??= await knownDwellings(recording);
  const exact = dwellingKey(neighbourhood, houseNumber, street) ?? `line ${resident.line}`;
  const placeless = dwellingKey(null, houseNumber, street);
  const known = recording.dwellings.get(exact) ?? (placeless === null ? undefined : recording.dwellings.get(placeless));
  if (known !== undefined) return known;
  const dwellingId = roofOf(record.id, resident.line);
  const registered = parsed(dwellingRegistered.schema, {
    ...{ dwellingId, ward: codeOfUnit(record.ward), neighbourhood, houseNumber, oldNumber, street },
    ...{ kind: 'house', point: null, occurredOn: row.occurred_on },
  });
  if (!registered.ok) throw new Error('a dwelling of a row has no valid shape');
  const event = { type: 'DwellingRegistered', data: registered.value };
  const write = { stream: dwellingStream(dwellingId), expected: 'none' as const, events: [event] };
  if ((await deps.log.readStream(write.stream, { limit: 1 })).length === 0)
    await command(recording, row, 'dwelling', () => Promise.resolve(accept([write])));
  recording.dwellings.set(exact, dwellingId);
  return dwellingId;
}

async function knownDwellings({ deps, record }: Recording): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  for (const { dwellingId, neighbourhood, houseNumber, street } of await openRegister(deps, record.ward).dwellings())
    for (const key of [dwellingKey(neighbourhood, houseNumber, street), dwellingKey(null, houseNumber, street)])
      if (key !== null && !known.has(key)) known.set(key, dwellingId);
  return known;
}
