import type { FieldGroup, FieldRight } from '@nocgia/schemas/events/field-right.ts';
import type { Role } from '@nocgia/schemas/events/account.ts';

export type { FieldGroup, FieldRight };

/**
 * What one reader may see, made once per request from the position in which they act. No query function can be called without it.
 * `wards` and `neighbourhoods` are unit numbers (see `unitNumber`): a row is visible when its ward or its neighbourhood is in the list.
 * Empty lists see no row at all (departments read tallies only; an expired position reads nothing).
 */
export interface Scope {
  readonly accountId: string;
  readonly positionId: string | null;
  readonly role: Role | null;
  /** Code of the unit of the position; null without a position. */
  readonly unit: string | null;
  readonly wards: readonly number[];
  readonly neighbourhoods: readonly number[];
  /** Units of which aggregates may be read (unit numbers), as department or city; may be wider than the rows. */
  readonly aggregates: readonly number[];
  readonly fields: Readonly<Record<FieldGroup, FieldRight>>;
  /** Today in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
  readonly today: string;
  readonly locale: 'vi' | 'en';
}
