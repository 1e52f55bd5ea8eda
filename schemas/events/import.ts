import * as v from 'valibot';
import { day, uuid, wardCode } from './common.ts';
import { defineEvent, type EventOf } from './define.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Stream `import-<uuid>`: a register is being taken in. `fileHash` is SHA-256 (hex) of the file's bytes. */
export const importStarted = defineEvent('ImportStarted', 1, {
  importId: uuid,
  ward: wardCode,
  kind: v.picklist(['residents']),
  fileHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  rows: count,
  occurredOn: day,
});
export const importFinished = defineEvent('ImportFinished', 1, {
  importId: uuid,
  created: count,
  unchanged: count,
  refused: count,
  warnings: count,
  households: count,
  dwellings: count,
  occurredOn: day,
});
export const importCancelled = defineEvent('ImportCancelled', 1, { importId: uuid, rowsDone: count, occurredOn: day });
/** Why an import is taken back. */
export const withdrawalReason = v.picklist([
  'wrong_file',
  'wrong_ward',
  'wrong_columns',
  'duplicate',
  'outdated',
  'other',
]);
export type WithdrawalReason = v.InferOutput<typeof withdrawalReason>;

/**
 * All of it that nobody has touched since is taken back, with the `differences` that were confirmed from it; `kept` = records that
 * others have built on, which stay.
 */
export const importWithdrawn = defineEvent('ImportWithdrawn', 1, {
  importId: uuid,
  citizens: count,
  households: count,
  dwellings: count,
  differences: v.optional(count),
  kept: count,
  reason: v.optional(withdrawalReason),
  occurredOn: day,
});

export type ImportEvent =
  | EventOf<typeof importStarted>
  | EventOf<typeof importFinished>
  | EventOf<typeof importCancelled>
  | EventOf<typeof importWithdrawn>;
