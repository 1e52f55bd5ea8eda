import { addDays } from '@nocgia/schemas/days.ts';
import type { Account, Position, Viewer } from '@nocgia/schemas/generated/resolvers.ts';
import type { AccountEntry } from './account/queries.ts';
import { capabilitiesOf } from './capabilities.ts';
import { fieldGroups } from './field-table.ts';
import { isHeldOn, type HeldPosition } from './scope-of.ts';
import type { Reader } from './sign-in/reader.ts';

function positionType(position: HeldPosition, today: string): Position {
  const { id, role, unit, title, from, until, endedOn } = position;
  const lastDay = endedOn === null ? until : addDays(endedOn, -1);
  // `unit` is completed from its code by the resolvers of Unit.
  return {
    id,
    role,
    title,
    unit: { code: unit } as Position['unit'],
    from,
    until: until !== null && lastDay !== null && until < lastDay ? until : lastDay,
    valid: isHeldOn(position, today),
  };
}

/** The reader as pages need them: positions held today, rights, and what the pages may offer. */
export function viewerType(reader: Reader, today: string): Viewer {
  const { account: of, positions, scope } = reader;
  const active = positions.find(({ id }) => id === scope.positionId);
  return {
    accountId: of.id,
    displayName: of.displayName,
    username: of.username,
    mustChangePassword: of.mustChangePassword,
    // Until a one-time password has been changed no position counts, and no unit can be named.
    positions: positions
      .filter((position) => !of.mustChangePassword && isHeldOn(position, today))
      .map((position) => positionType(position, today)),
    activePosition: active ? positionType(active, today) : null,
    rights: fieldGroups.map((group) => ({ group, right: scope.fields[group] })),
    may: capabilitiesOf(scope),
  };
}

/** An account with every position it ever held. */
export function accountType(entry: AccountEntry, today: string): Account {
  const { id, username, displayName, closed, version, lastSignIn, positions } = entry;
  return {
    id,
    username,
    displayName,
    closed,
    version,
    lastSignIn: lastSignIn?.toISOString() ?? null,
    positions: positions.map((position) => positionType(position, today)),
  };
}
