import { sql, type RawBuilder, type SqlBool } from 'kysely';

/** A temporary residence is renewed within 15 days before it ends (Luật Cư trú 2020, Điều 28). */
const RENEWAL_DAYS = 15;

/** Temporary residences that have run out, or do so within the days in which they are renewed. */
export type TemporaryStay = 'expired' | 'expiring';

// What a page counts and the list that the count opens into are asked by the same conditions.

/** Citizens' rows (alias `t`) of people whose temporary residence has run out by today, or soon will. */
export function staying(alias: string, stay: TemporaryStay, today: string): RawBuilder<SqlBool> {
  const until = sql.ref(`${alias}.until`);
  const day = sql`${today}::date`;
  return stay === 'expired'
    ? sql<SqlBool>`(${sql.ref(`${alias}.resident`)} and ${until} < ${day})`
    : sql<SqlBool>`(${sql.ref(`${alias}.resident`)} and ${until} between ${day} and ${day} + ${RENEWAL_DAYS}::int)`;
}

/** Households that stand and in which somebody lives, but of which nobody is the head. */
export function headless(alias: string): RawBuilder<SqlBool> {
  const of = (name: string) => sql.ref(`${alias}.${name}`);
  return sql<SqlBool>`(${of('head_id')} is null and ${of('dissolved_on')} is null and ${of('member_count')} > 0)`;
}

/** Households that hold a status today; who may not see policy statuses must not ask. */
export function holding(alias: string, status: string, today: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (
    select from jsonb_to_recordset(${sql.ref(`${alias}.statuses`)}) as s(status text, since date, until date, "endedOn" date)
    where s.status = ${status} and s.since <= ${today}::date and (s.until is null or ${today}::date <= s.until)
      and (s."endedOn" is null or ${today}::date < s."endedOn"))`;
}
