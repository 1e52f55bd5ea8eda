import { derivedId } from '@nocgia/services/event-store/derived-id.ts';
import type { DomainEvent, Log } from '@nocgia/services/event-store/log.ts';
import { content } from '@nocgia/services/dossiers/testing/scene.ts';
import { familyName, ownName } from '@nocgia/infra/demo/names.ts';
import { seededRandom } from '@nocgia/infra/demo/random.ts';
import { withClient } from '@nocgia/infra/roles.ts';
import type pg from 'pg';

/** A procedure of ten steps, of which the desk does the first and the last. */
export const tenSteps = {
  ...content,
  steps: Array.from({ length: 10 }, (_, index) => ({
    key: `b${index}`,
    name: `Bước ${index + 1}`,
    kind: index === 0 ? ('take' as const) : index === 9 ? ('return' as const) : ('appraise' as const),
    roles: [index === 0 || index === 9 ? ('desk' as const) : ('civil_status' as const)],
    term: null,
  })),
};

/** How many go through the log, how many of those are not over, over how many days. */
export interface Filling {
  ward: string;
  procedureId: string;
  agency: string;
  /** The rule that the desk put on a dossier of today. */
  rule: unknown;
  clerks: readonly string[];
  today: Date;
  sample: number;
  open: number;
  days: number;
}

const DAY = 86_400_000;
const perCommand = 40;

/** The events of one dossier: taken in, ten steps, settled, returned; of an open one, as far as it has come. */
function eventsOf(filling: Filling, n: number): { stream: string; events: DomainEvent[] } {
  const { ward, procedureId, agency, rule, clerks, today, sample, open, days } = filling;
  const random = seededRandom(n + 1);
  const isOpen = n >= sample - open;
  const perDay = Math.ceil((sample - open) / days);
  const ago = isOpen ? 1 + (n % 5) : 6 + Math.floor(n / perDay);
  const received = today.getTime() - ago * DAY + (n % 480) * 60_000;
  const at = (minutes: number): string => new Date(received + minutes * 60_000).toISOString();
  const dossierId = derivedId('bench', ward, 'dossier', n);
  const day = new Date(received + 7 * 3_600_000).toISOString().slice(2, 10).replaceAll('-', '');
  const number = 1 + (isOpen ? 5_000 + n : n % perDay);
  const owner = {
    kind: 'citizen',
    name: `${familyName(random)} ${ownName(random, 'female', 1985)}`,
    ...{ nationalId: `079185${String(n).padStart(6, '0')}`, birth: '1985-01-01' },
    ...{ phone: `09${random.between(10_000_000, 99_999_999)}`, email: null, address: `${n % 400} Lạc Long Quân` },
  };
  const begun = { dossierId, ward, procedureId, procedureVersion: 1, matter: 'civil_status', returnBy: 'desk', owner };
  const taken = {
    ...{ ...begun, channel: n % 4 === 0 ? 'online' : 'desk', submitter: null, answers: {}, ownerId: null, papers: [] },
    ...{ code: `${agency}-${day}-${String(number).padStart(4, '0')}`, number, step: 'b0', receivedAt: at(0), rule },
    ...{ dueAt: at(3 * 1440), occurredAt: at(0) },
  };
  const come = isOpen ? 1 + (n % 9) : 9;
  const clerk = clerks[n % clerks.length] ?? null;
  const one = (type: string, minutes: number, data: object): DomainEvent => ({
    type,
    data: { dossierId, occurredAt: at(minutes), ...data },
  });
  const steps = Array.from({ length: come }, (_, index) =>
    one('DossierHandedOn', 20 * (index + 1), {
      ...{ from: `b${index}`, to: `b${index + 1}`, direction: 'forward', stepDueAt: null, note: null },
    }),
  );
  const given = one('DossierAssigned', 20 * come + 1, { step: `b${come}`, accountId: clerk, by: 'rule' });
  const end = [
    one('DossierApproved', 240, { step: 'b9', note: null }),
    one('DossierSettled', 260, { resultName: 'Kết quả', resultNumber: null, issuedOn: null, fileId: null }),
    one('DossierReturned', 1_440, { by: 'desk', receivedBy: null, reference: null }),
  ];
  const events = [{ type: 'DossierTakenIn', data: taken }, ...steps, given, ...(isOpen ? [] : end)];
  return { stream: `dossier-${dossierId}`, events };
}

/** Takes the sample through the log, as commands write it. */
export async function fillLog(log: Log, filling: Filling): Promise<number> {
  let events = 0;
  const commands = Array.from({ length: Math.ceil(filling.sample / perCommand) }, (_, command) => command);
  const give = async (command: number): Promise<void> => {
    const numbers = Array.from({ length: perCommand }, (_, index) => command * perCommand + index);
    const writes = numbers
      .filter((n) => n < filling.sample)
      .map((n) => ({ ...eventsOf(filling, n), expected: 'none' as const }));
    const commandId = derivedId('bench', 'dossiers', command);
    const verdict = await log.append({
      ...{ commandId, fingerprint: '0'.repeat(64), result: null, writes },
      context: { actor: filling.clerks[0] ?? 'system', correlation: commandId },
    });
    if (verdict.outcome !== 'appended') throw new Error(verdict.outcome);
    events += writes.reduce((sum, write) => sum + write.events.length, 0);
  };
  for (let from = 0; from < commands.length; from += 8) await Promise.all(commands.slice(from, from + 8).map(give));
  return events;
}

/** The table behind a view. */
async function physical(client: pg.ClientBase, view: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct d.refobjid::regclass::text as name from pg_rewrite r join pg_depend d on d.objid = r.oid and d.refobjid <> r.ev_class
      and d.refclassid = 'pg_class'::regclass where r.ev_class = ('view.' || $1)::regclass`,
    [view],
  );
  if (rows.length !== 1 || !rows[0]) throw new Error(`no single table behind ${view}`);
  return rows[0].name;
}

/**
 * Lays the rows of the sample's dossiers that are over down again, a span of the sample further back each time, under ids, codes and phones of their own,
 * until there are so many in the one ward. Only rows: the log keeps the sample.
 */
export async function copyRows(adminUrl: string, { days, agency }: Filling, wanted: number): Promise<number> {
  return withClient(adminUrl, async (client) => {
    const table = await physical(client, 'dossiers');
    const { rows: columns } = await client.query<{ name: string; type: string }>(
      `select attname as name, atttypid::regtype::text as type from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
      [table],
    );
    const counted = await client.query<{ over: number }>(
      `select count(*)::int as over from ${table} where status = 10`,
    );
    const over = counted.rows[0]?.over ?? 0;
    const copies = Math.ceil((wanted - over) / over);
    // More than the sample spans, so that no code comes twice.
    const shift = `make_interval(days => ${days + 10} * k)`;
    const tail = `to_char((received_at - ${shift}) at time zone 'Asia/Ho_Chi_Minh', 'YYMMDD') || '-' || split_part(code_tail, '-', 2)`;
    const own: Record<string, string> = {
      dossier_id: 'gen_random_uuid()',
      code: `'${agency}-' || ${tail}`,
      code_tail: tail,
      phone: `'09' || lpad((random() * 99999999)::int::text, 8, '0')`,
      national_id: `'079' || lpad((random() * 999999999)::int::text, 9, '0')`,
    };
    const list = columns.map(
      ({ name, type }) => own[name] ?? (type.startsWith('timestamp') ? `"${name}" - ${shift}` : `"${name}"`),
    );
    await client.query('set synchronous_commit = off');
    await client.query(`create temp table bench_sample as select * from ${table} where status = 10`);
    for (let copy = 1; copy <= copies; copy++)
      await client.query(
        `insert into ${table} (${columns.map(({ name }) => `"${name}"`).join(', ')})
        select ${list.join(', ')} from bench_sample, (values (${copy})) c(k)`,
      );
    await client.query(`vacuum analyze ${table}`);
    await client.query('analyze');
    const all = await client.query<{ n: number }>(`select count(*)::int as n from ${table}`);
    return all.rows[0]?.n ?? 0;
  });
}

/** Some codes from all over the rows, to be looked for. */
export function someCodes(adminUrl: string): Promise<string[]> {
  return withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ code: string }>(
      `select code from ${await physical(client, 'dossiers')} where status = 10 order by dossier_id limit 2000`,
    );
    return rows.map(({ code }) => code);
  });
}
