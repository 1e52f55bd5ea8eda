import type { BoundaryChange, UnitEvent, UnitLevel } from '@nocgia/schemas/events/unit.ts';
import { unitNumber } from '@nocgia/schemas/events/common.ts';
import type { Overlay, Projection, Touch } from '../../projection/projection.ts';
import { wardOf } from './unit.ts';

/** A row of `view.units`: a unit with its validity and the names it has had. */
export type UnitRow = {
  code: string;
  number: number;
  level: UnitLevel;
  name: string;
  parent: string | null;
  /** Number of the ward that it is or lies in; null above the wards. */
  ward: number | null;
  valid_from: string;
  valid_to: string | null;
  predecessors: string[];
  successors: string[];
  /** In order of time; the last is the present one. */
  names: { from: string; name: string }[];
  version: number;
};

/** A row of `view.boundary_changes`. */
export type BoundaryChangeRow = {
  change_id: string;
  ward: string;
  state: 'planned' | 'effective' | 'cancelled';
  effective_on: string;
  planned_on: string;
  legal_basis: string | null;
  change: BoundaryChange;
};

function versionUp(rows: Overlay, code: string, version: number): void {
  const unit = rows.get<UnitRow>('units', code);
  if (unit) rows.put('units', { ...unit, version });
}

function withState(rows: Overlay, changeId: string, state: BoundaryChangeRow['state']): void {
  const change = rows.get<BoundaryChangeRow>('boundary_changes', changeId);
  if (change) rows.put('boundary_changes', { ...change, state });
}

/** Units and the changes of their boundaries; nothing personal in it. */
export const unitsProjection: Projection = {
  name: 'units',
  version: 1,
  tables: [
    {
      name: 'units',
      columns: {
        code: { type: 'text_c' },
        number: { type: 'int' },
        level: { type: 'text_c' },
        name: { type: 'text' },
        parent: { type: 'text_c', nullable: true },
        ward: { type: 'int', nullable: true },
        valid_from: { type: 'date' },
        valid_to: { type: 'date', nullable: true },
        predecessors: { type: 'text[]' },
        successors: { type: 'text[]' },
        names: { type: 'jsonb' },
        version: { type: 'int' },
      },
      key: ['code'],
      lookups: [],
      indexes: ['(parent)', '(number)'],
      policy: { by: 'open' },
    },
    {
      name: 'boundary_changes',
      columns: {
        change_id: { type: 'uuid' },
        ward: { type: 'text_c' },
        state: { type: 'text_c' },
        effective_on: { type: 'date' },
        planned_on: { type: 'date' },
        legal_basis: { type: 'text', nullable: true },
        change: { type: 'jsonb' },
      },
      key: ['change_id'],
      lookups: [],
      indexes: ['(ward, effective_on)'],
      policy: { by: 'open' },
    },
  ],
  handles: [
    'UnitEstablished',
    'UnitRenamed',
    'UnitDissolved',
    'BoundaryChangePlanned',
    'BoundaryChangeCancelled',
    'BoundaryChangeTookEffect',
  ],
  touches(event): Touch[] {
    const fact = { type: event.type, data: event.data } as UnitEvent;
    if ('code' in fact.data) return [{ table: 'units', key: [fact.data.code] }];
    return [
      { table: 'units', key: [fact.data.unit] },
      { table: 'boundary_changes', key: [fact.data.changeId] },
    ];
  },
  fold(event, rows) {
    const fact = { type: event.type, data: event.data } as UnitEvent;
    const { version } = event;
    switch (fact.type) {
      case 'UnitEstablished': {
        const { code, level, name, parent, occurredOn, predecessors } = fact.data;
        rows.put('units', {
          code,
          number: unitNumber(code),
          level,
          name,
          parent,
          ward: level === 'ward' || level === 'neighbourhood' ? unitNumber(wardOf(code)) : null,
          valid_from: occurredOn,
          valid_to: null,
          predecessors,
          successors: [],
          names: [{ from: occurredOn, name }],
          version,
        } satisfies UnitRow);
        return;
      }
      case 'UnitRenamed': {
        const { code, name, occurredOn } = fact.data;
        const unit = rows.get<UnitRow>('units', code);
        if (unit) rows.put('units', { ...unit, name, names: [...unit.names, { from: occurredOn, name }], version });
        return;
      }
      case 'UnitDissolved': {
        const { code, occurredOn, successors } = fact.data;
        const unit = rows.get<UnitRow>('units', code);
        if (unit) rows.put('units', { ...unit, valid_to: occurredOn, successors, version });
        return;
      }
      case 'BoundaryChangePlanned': {
        const { unit, changeId, effectiveOn, change, legalBasis, occurredOn } = fact.data;
        const row: BoundaryChangeRow = {
          change_id: changeId,
          ward: unit,
          state: 'planned',
          effective_on: effectiveOn,
          planned_on: occurredOn,
          legal_basis: legalBasis,
          change,
        };
        rows.put('boundary_changes', row);
        versionUp(rows, unit, version);
        return;
      }
      case 'BoundaryChangeCancelled':
        withState(rows, fact.data.changeId, 'cancelled');
        versionUp(rows, fact.data.unit, version);
        return;
      case 'BoundaryChangeTookEffect':
        withState(rows, fact.data.changeId, 'effective');
        versionUp(rows, fact.data.unit, version);
    }
  },
};
