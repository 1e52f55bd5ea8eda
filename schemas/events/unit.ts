import * as v from 'valibot';
import { day, line, neighbourhoodCode, unitCode, uuid, wardCode } from './common.ts';
import { defineEvent, type EventOf } from './define.ts';

export const unitLevel = v.picklist(['city', 'district', 'ward', 'neighbourhood']);
export type UnitLevel = v.InferOutput<typeof unitLevel>;

/** Stream `unit-<code>`: a unit exists from `occurredOn` (inclusive). */
export const unitEstablished = defineEvent('UnitEstablished', 1, {
  code: unitCode,
  level: unitLevel,
  name: line(200),
  parent: v.nullable(unitCode),
  occurredOn: day,
  predecessors: v.array(unitCode),
});

export const unitRenamed = defineEvent('UnitRenamed', 1, { code: unitCode, name: line(200), occurredOn: day });

/** The unit no longer exists from `occurredOn` on (exclusive end of its validity). */
export const unitDissolved = defineEvent('UnitDissolved', 1, {
  code: unitCode,
  occurredOn: day,
  successors: v.array(unitCode),
});

const newUnit = v.object({ code: neighbourhoodCode, name: line(200) });

/** What a change of neighbourhoods does. In a split, dwellings named by id or street go to their part; all others to the first. */
export const boundaryChange = v.variant('kind', [
  v.object({ kind: v.literal('establish'), unit: newUnit }),
  v.object({ kind: v.literal('rename'), code: neighbourhoodCode, name: line(200) }),
  v.object({ kind: v.literal('merge'), from: v.pipe(v.array(neighbourhoodCode), v.minLength(2)), into: newUnit }),
  v.object({
    kind: v.literal('split'),
    from: neighbourhoodCode,
    into: v.pipe(
      v.array(v.object({ unit: newUnit, streets: v.array(line(200)), dwellings: v.array(uuid) })),
      v.minLength(2),
    ),
  }),
]);
export type BoundaryChange = v.InferOutput<typeof boundaryChange>;

/** Stream `unit-<ward>`: a change of the ward's neighbourhoods is decided, to take effect on `effectiveOn`. */
export const boundaryChangePlanned = defineEvent('BoundaryChangePlanned', 1, {
  unit: wardCode,
  changeId: uuid,
  effectiveOn: day,
  change: boundaryChange,
  legalBasis: v.nullable(line(300)),
  occurredOn: day,
});
export const boundaryChangeCancelled = defineEvent('BoundaryChangeCancelled', 1, {
  unit: wardCode,
  changeId: uuid,
  reason: line(500),
  occurredOn: day,
});
/** Written together with the unit and dwelling events that carry the change out; `occurredOn` is the effective day. */
export const boundaryChangeTookEffect = defineEvent('BoundaryChangeTookEffect', 1, {
  unit: wardCode,
  changeId: uuid,
  occurredOn: day,
});

export type UnitEvent =
  | EventOf<typeof unitEstablished>
  | EventOf<typeof unitRenamed>
  | EventOf<typeof unitDissolved>
  | EventOf<typeof boundaryChangePlanned>
  | EventOf<typeof boundaryChangeCancelled>
  | EventOf<typeof boundaryChangeTookEffect>;
