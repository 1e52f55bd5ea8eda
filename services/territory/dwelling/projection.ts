import type { DwellingEvent, DwellingKind } from '@nocgia/schemas/events/dwelling.ts';
import { unitNumber } from '@nocgia/schemas/events/common.ts';
import { addressLine, addressTerms, streetKey } from '@nocgia/schemas/text/address.ts';
import { addressSortKey } from '@nocgia/schemas/text/sort-key.ts';
import { termVector } from '@nocgia/schemas/text/terms.ts';
import type { Projection } from '../../projection/projection.ts';

/** A row of `view.dwellings`: a roof, where it lies now, and the keys by which it is found and put in order. */
export type DwellingRow = {
  dwelling_id: string;
  ward: number;
  /** null = not placed within the ward yet. */
  neighbourhood: number | null;
  house_number: string | null;
  old_number: string | null;
  street: string | null;
  street_key: string | null;
  kind: DwellingKind;
  lon: number | null;
  lat: number | null;
  address: string;
  address_key: string;
  terms: string;
  /** When what is recorded of it was last found to be true. */
  confirmed_on: string | null;
  version: number;
};

type Address = Extract<DwellingEvent, { type: 'DwellingRegistered' }>['data'];

function addressColumns(address: Pick<Address, 'houseNumber' | 'oldNumber' | 'street' | 'kind' | 'point'>) {
  const { houseNumber, oldNumber, street, kind, point } = address;
  return {
    house_number: houseNumber,
    old_number: oldNumber,
    street,
    street_key: street === null ? null : streetKey(street),
    kind,
    lon: point?.lon ?? null,
    lat: point?.lat ?? null,
    address: addressLine(address),
    address_key: addressSortKey(street, houseNumber ?? oldNumber),
    terms: termVector(addressTerms(address)),
  };
}

/** Dwellings (nóc gia) with their addresses. */
export const dwellingsProjection: Projection = {
  name: 'dwellings',
  version: 3,
  tables: [
    {
      name: 'dwellings',
      columns: {
        dwelling_id: { type: 'uuid' },
        ward: { type: 'int' },
        neighbourhood: { type: 'int', nullable: true },
        house_number: { type: 'text', nullable: true },
        old_number: { type: 'text', nullable: true },
        street: { type: 'text', nullable: true },
        street_key: { type: 'text_c', nullable: true },
        kind: { type: 'text_c' },
        lon: { type: 'double precision', nullable: true },
        lat: { type: 'double precision', nullable: true },
        address: { type: 'text' },
        address_key: { type: 'text_c' },
        terms: { type: 'tsvector' },
        confirmed_on: { type: 'date', nullable: true },
        version: { type: 'int' },
      },
      key: ['dwelling_id'],
      lookups: [],
      indexes: [
        '(ward, address_key, dwelling_id)',
        '(neighbourhood, address_key, dwelling_id)',
        '(ward, address_key, dwelling_id) where neighbourhood is null',
        // Keep in step with `confirmedKey` of the queries: what was never confirmed comes first.
        `(ward, coalesce(confirmed_on, '0001-01-01'::date), address_key, dwelling_id)`,
        `(neighbourhood, coalesce(confirmed_on, '0001-01-01'::date), address_key, dwelling_id)`,
        'using gin (ward, neighbourhood, terms)',
      ],
      policy: { by: 'unit', ward: 'ward', neighbourhood: 'neighbourhood' },
    },
  ],
  handles: ['DwellingRegistered', 'DwellingCorrected', 'DwellingPlaced', 'DwellingConfirmed', 'DwellingWithdrawn'],
  touches: (event) => [{ table: 'dwellings', key: [dwellingIdOf(event.data)] }],
  fold(event, rows) {
    const fact = { type: event.type, data: event.data } as DwellingEvent;
    const { version } = event;
    if (fact.type === 'DwellingRegistered') {
      const { dwellingId, ward, neighbourhood } = fact.data;
      const row: DwellingRow = {
        dwelling_id: dwellingId,
        ...numbers(ward, neighbourhood),
        ...addressColumns(fact.data),
        confirmed_on: null,
        version,
      };
      rows.put('dwellings', row);
      return;
    }
    const row = rows.get<DwellingRow>('dwellings', fact.data.dwellingId);
    if (!row) return;
    if (fact.type === 'DwellingWithdrawn') return rows.remove('dwellings', row.dwelling_id);
    if (fact.type === 'DwellingConfirmed') {
      const { occurredOn } = fact.data;
      const confirmed_on = row.confirmed_on !== null && row.confirmed_on > occurredOn ? row.confirmed_on : occurredOn;
      rows.put('dwellings', { ...row, confirmed_on, version });
      return;
    }
    if (fact.type === 'DwellingPlaced') {
      rows.put('dwellings', { ...row, ...numbers(fact.data.ward, fact.data.neighbourhood), version });
      return;
    }
    const point = row.lon === null || row.lat === null ? null : { lon: row.lon, lat: row.lat };
    const before = {
      houseNumber: row.house_number,
      oldNumber: row.old_number,
      street: row.street,
      kind: row.kind,
      point,
    };
    rows.put('dwellings', { ...row, ...addressColumns({ ...before, ...fact.data.changes }), version });
  },
};

function numbers(ward: string, neighbourhood: string | null): { ward: number; neighbourhood: number | null } {
  return { ward: unitNumber(ward), neighbourhood: neighbourhood === null ? null : unitNumber(neighbourhood) };
}

function dwellingIdOf(data: object): string {
  return 'dwellingId' in data ? String(data.dwellingId) : '';
}
