import { phoneKey } from '@nocgia/schemas/text/phone.ts';
import type pg from 'pg';
import { readLookupCode } from '../public/lookup-code.ts';

/** Finds a dossier for somebody without an account: nothing but ids comes out, for a proof that is held against the facts next. */
export interface Door {
  /** Dossiers of these wards by a code: their own, whole or its end, the national system's, or that of a dossier sent in from home. */
  byCode(wards: readonly number[], code: string): Promise<string[]>;
  /** Dossiers of a phone that have been over since an instant, the newest first. */
  overByPhone(ward: number, phone: string, since: string): Promise<string[]>;
}

const byCode = `select d.dossier_id from view.dossiers d
  where d.ward = any($1::int[]) and (d.code = $2 or d.code_tail = $2 or d.national_code = $2 or d.lookup = $3)
  limit 11`;
const overByPhone = `select d.dossier_id from view.dossiers d
  where d.ward = any($1::int[]) and d.phone = $2 and d.status in (3, 7, 8, 9, 10) and d.last_at >= $3::timestamptz
  order by d.last_at desc, d.dossier_id
  limit 11`;

/**
 * The one way from the public to a row: the public's own scope sees none, so these statements open the rows of the wards for themselves and
 * answer ids. No Scope comes first, since who asks is nobody. On a connection beside the operation's own snapshot: were it another
 * snapshot, many at once would hold one each and wait for a second for ever.
 */
export function openDoor(pool: pg.Pool): Door {
  const ask = async (wards: readonly number[], text: string, ...values: (string | null)[]): Promise<string[]> => {
    if (!wards.every((ward) => Number.isInteger(ward))) throw new Error('a ward is a number');
    const client = await pool.connect();
    let broken = true;
    try {
      await client.query(`begin read only; set local nocgia.wards = '{${wards.join(',')}}'`);
      const { rows } = await client.query<{ dossier_id: string }>(text, [wards, ...values]);
      await client.query('commit');
      broken = false;
      return rows.map((row) => row.dossier_id);
    } finally {
      client.release(broken);
    }
  };
  return {
    byCode: async (wards, text) => {
      const code = text.normalize('NFC').trim().toUpperCase();
      if (wards.length === 0 || code === '' || code.length > 60) return [];
      return ask(wards, byCode, code, readLookupCode(code));
    },
    overByPhone: (ward, phone, since) => ask([ward], overByPhone, phoneKey(phone), since),
  };
}
