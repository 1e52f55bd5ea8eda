import { sql } from 'kysely';
import { codeOfUnit } from '@nocgia/schemas/events/common.ts';
import type { Log } from '../../event-store/log.ts';
import { wardCalendar, type DossierContext } from '../context.ts';
import { marksAt, type Marks } from './pressing.ts';
import { visible } from './queries.ts';

const KEPT = 10 * 60_000;
/** Fewer cases say nothing of what is usual. */
const CASES = 5;

/**
 * Seconds that three out of four dossiers took from a step to their end, by `<procedure>/<step>`: of the newest 200 of each procedure
 * that has dossiers under way, only those that never waited for their owner.
 */
async function usualTimes({ scope, db }: DossierContext): Promise<Marks['usual']> {
  const { rows } = await sql<{ key: string; seconds: number }>`
    select x.procedure_id || '/' || r.key as key,
      percentile_cont(0.75) within group (order by extract(epoch from x.ended_at - r.value::timestamptz))::float8 as seconds
    from (
      select distinct d.procedure_id from view.dossiers d where d.status in (2, 4) and ${visible(scope)}
    ) p cross join lateral (
      select d.procedure_id, d.ended_at, d.reached, d.pauses from view.dossiers d
      where d.procedure_id = p.procedure_id and d.status in (9, 10) and ${visible(scope)}
      order by d.ended_at desc limit 200
    ) x cross join lateral jsonb_each_text(x.reached) r
    where x.pauses = '[]'::jsonb
    group by 1
    having count(*) >= ${CASES}`.execute(db);
  return Object.fromEntries(rows.map(({ key, seconds }) => [key, Math.max(0, seconds)]));
}

const known = new WeakMap<Log, Map<string, { at: number; times: Promise<Marks['usual']> }>>();

/** What is usual changes over weeks: it is reckoned anew every ten minutes for each kind of reader. */
function usualFor(context: DossierContext): Promise<Marks['usual']> {
  const { scope, log } = context;
  const kept = known.get(log) ?? new Map<string, { at: number; times: Promise<Marks['usual']> }>();
  known.set(log, kept);
  const key = `${scope.role ?? ''} ${scope.wards.join()}`;
  const now = context.now().getTime();
  const earlier = kept.get(key);
  if (earlier && Math.abs(now - earlier.at) < KEPT) return earlier.times;
  const times = usualTimes(context);
  kept.set(key, { at: now, times });
  times.catch(() => kept.delete(key));
  return times;
}

const marks = new WeakMap<DossierContext, Promise<Marks | null>>();

/** By which instants dossiers press, for this reader and this moment; null for who reads no ward. */
export function marksFor(context: DossierContext): Promise<Marks | null> {
  const earlier = marks.get(context);
  if (earlier) return earlier;
  const ward = context.scope.wards[0];
  const made =
    ward === undefined
      ? Promise.resolve(null)
      : Promise.all([wardCalendar(context, codeOfUnit(ward)), usualFor(context)]).then(([at, usual]) =>
          marksAt(context.now().toISOString(), at().calendar, usual),
        );
  marks.set(context, made);
  return made;
}
