import * as v from 'valibot';
import { day, line, neighbourhoodCode, uuid, wardCode } from './common.ts';
import { defineEvent, personal, type EventOf } from './define.ts';
import { evidence } from './evidence.ts';

export const dwellingKind = v.picklist([
  'house',
  'flat',
  'boarding_house',
  'dormitory',
  'mixed_use',
  'institution',
  'other',
]);
export type DwellingKind = v.InferOutput<typeof dwellingKind>;

/** WGS 84, as GeoJSON has it: longitude first. */
export const point = v.object({
  lon: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
  lat: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
});

/** The address of a roof names a place, not a person, and stands bare. House numbers stay as written: 12/3/4, 45A, "lô C2". */
const address = {
  houseNumber: v.nullable(line(60)),
  /** "số cũ": the number before renumbering, under which people still look. */
  oldNumber: v.nullable(line(60)),
  street: v.nullable(line(200)),
  kind: dwellingKind,
  point: v.nullable(point),
};

/** Stream `dwelling-<uuid>`. `neighbourhood` null = not yet placed within the ward. */
export const dwellingRegistered = defineEvent('DwellingRegistered', 1, {
  dwellingId: uuid,
  ward: wardCode,
  neighbourhood: v.nullable(neighbourhoodCode),
  ...address,
  occurredOn: day,
});

export const dwellingCorrected = defineEvent('DwellingCorrected', 1, {
  dwellingId: uuid,
  changes: v.partial(v.object(address)),
  occurredOn: day,
});

/** The dwelling lies in this neighbourhood from `occurredOn` on. `correction` = it always did, as far as this stream goes back. */
export const dwellingPlaced = defineEvent('DwellingPlaced', 1, {
  dwellingId: uuid,
  ward: wardCode,
  neighbourhood: v.nullable(neighbourhoodCode),
  cause: v.picklist(['boundary', 'placed', 'correction']),
  changeId: v.nullable(uuid),
  occurredOn: day,
});

/** What is recorded of this dwelling was found to be still true on that day; `evidence`: of whom lives there, and so sealed. */
export const dwellingConfirmed = defineEvent('DwellingConfirmed', 1, {
  dwellingId: uuid,
  method: v.picklist(['visit', 'phone', 'documents', 'self_declared']),
  evidence: personal('dwelling:dwellingId', v.optional(v.nullable(evidence))),
  occurredOn: day,
});
/** Recorded in error; see `CitizenWithdrawn`. */
export const dwellingWithdrawn = defineEvent('DwellingWithdrawn', 1, {
  dwellingId: uuid,
  importId: v.nullable(uuid),
  occurredOn: day,
});

export type DwellingEvent =
  | EventOf<typeof dwellingRegistered>
  | EventOf<typeof dwellingCorrected>
  | EventOf<typeof dwellingPlaced>
  | EventOf<typeof dwellingConfirmed>
  | EventOf<typeof dwellingWithdrawn>;
