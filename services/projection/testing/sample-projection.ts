import type { RecordedEvent } from '../../event-store/log.ts';
import type { Projection, Row } from '../projection.ts';

interface Member extends Row {
  id: string;
  household_id: string | null;
  dwelling_id: string | null;
  changes: number;
}

const text = (event: RecordedEvent, field: string): string => String(Reflect.get(event.data, field));

/** People with the dwelling of their household, and a journal of moves: enough to exercise every part of the engine. */
export function sampleProjection(
  options: { version?: number; failOn?: (event: RecordedEvent) => boolean } = {},
): Projection {
  return {
    name: 'sample',
    version: options.version ?? 1,
    tables: [
      {
        name: 'sample_household',
        columns: {
          id: { type: 'uuid' },
          dwelling_id: { type: 'uuid' },
          ward: { type: 'int' },
          neighbourhood: { type: 'int', nullable: true },
        },
        key: ['id'],
        lookups: ['dwelling_id'],
        indexes: [],
        policy: { by: 'unit', ward: 'ward', neighbourhood: 'neighbourhood' },
      },
      {
        name: 'sample_member',
        columns: {
          id: { type: 'uuid' },
          household_id: { type: 'uuid', nullable: true },
          dwelling_id: { type: 'uuid', nullable: true },
          names: { type: 'text[]' },
          facts: { type: 'jsonb' },
          since: { type: 'date' },
          changes: { type: 'int' },
          last: { type: 'text_c', trace: true },
        },
        key: ['id'],
        lookups: ['household_id'],
        indexes: ['using gin (names)'],
        policy: { by: 'closed' },
      },
      {
        name: 'sample_move',
        columns: {
          position: { type: 'text_c', trace: true },
          n: { type: 'int' },
          citizen_id: { type: 'uuid' },
          dwelling_id: { type: 'uuid', nullable: true },
        },
        key: ['position', 'n'],
        lookups: [],
        indexes: ['(citizen_id)'],
        policy: { by: 'open' },
        journal: true,
      },
    ],
    handles: ['HouseholdFormed', 'HouseholdMoved', 'HouseholdDissolved', 'ResidenceStarted', 'ResidenceEnded'],
    *touches(event) {
      if (event.type.startsWith('Household')) {
        const id = text(event, 'householdId');
        yield { table: 'sample_household', key: [id] };
        yield { table: 'sample_member', column: 'household_id', value: id };
      } else {
        yield { table: 'sample_member', key: [text(event, 'citizenId')] };
        if (event.type === 'ResidenceStarted') yield { table: 'sample_household', key: [text(event, 'householdId')] };
      }
    },
    fold(event, rows) {
      if (options.failOn?.(event)) throw new TypeError('a name that must not be told');
      let n = 0;
      const move = (citizenId: string, dwellingId: string | null): void =>
        rows.insert('sample_move', {
          position: event.position,
          n: n++,
          citizen_id: citizenId,
          dwelling_id: dwellingId,
        });
      switch (event.type) {
        case 'HouseholdFormed':
        case 'HouseholdMoved': {
          const id = text(event, 'householdId');
          const dwelling = text(event, 'dwellingId');
          const neighbourhood = Number.parseInt(dwelling.slice(0, 2), 16) % 3;
          rows.put('sample_household', {
            id,
            dwelling_id: dwelling,
            ward: 27226,
            neighbourhood: 127226000 + neighbourhood,
          });
          for (const member of rows.where<Member>('sample_member', 'household_id', id)) {
            rows.put('sample_member', {
              ...member,
              dwelling_id: dwelling,
              changes: member.changes + 1,
              last: event.position,
            });
            move(member.id, dwelling);
          }
          break;
        }
        case 'HouseholdDissolved': {
          const id = text(event, 'householdId');
          rows.remove('sample_household', id);
          for (const member of rows.where<Member>('sample_member', 'household_id', id)) {
            rows.put('sample_member', {
              ...member,
              household_id: null,
              dwelling_id: null,
              changes: member.changes + 1,
              last: event.position,
            });
            move(member.id, null);
          }
          break;
        }
        default: {
          const id = text(event, 'citizenId');
          const before = rows.get<Member>('sample_member', id);
          const householdId = event.type === 'ResidenceStarted' ? text(event, 'householdId') : null;
          const household = householdId === null ? undefined : rows.get('sample_household', householdId);
          rows.put('sample_member', {
            id,
            household_id: householdId,
            dwelling_id: household?.dwelling_id ?? null,
            names: ['a "quoted" name', 'back\\slash', 'tab\tand\nline'],
            facts: { text: 'đ, {"}\\', nested: [1, null] },
            since: text(event, 'occurredOn'),
            changes: (before?.changes ?? 0) + 1,
            last: event.position,
          });
          move(id, typeof household?.dwelling_id === 'string' ? household.dwelling_id : null);
        }
      }
    },
  };
}
