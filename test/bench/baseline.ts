import { createHash } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import pg from 'pg';

/**
 * What a good engineer would write by hand for one page: fastify and pg, the same session check, the same scope predicate, one join, the
 * same JSON and the same entry in the access log. No GraphQL, no row-level security, no transaction around it.
 */
export async function startBaseline(options: {
  databaseUrl: string;
  sessionSql: string;
}): Promise<{ app: FastifyInstance; origin: string; stop(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: options.databaseUrl, max: 12 });
  const app = Fastify({ logger: false });
  app.get<{ Querystring: { neighbourhood: string } }>('/citizens', async (request, reply) => {
    const sid = decodeURIComponent(request.headers.cookie?.split('=')[1] ?? '').split('.')[0] ?? '';
    const now = new Date();
    const session = await pool.query<{ account_id: string; positions: { id: string; unit: string }[] }>({
      name: 'session',
      text: options.sessionSql,
      values: [
        createHash('sha256').update(sid).digest('hex'),
        new Date(now.getTime() - 1_800_000),
        new Date(now.getTime() - 43_200_000),
      ],
    });
    const reader = session.rows[0];
    const position = reader?.positions[0];
    if (!reader || !position) return reply.code(401).send({ error: 'UNAUTHENTICATED' });
    const { rows } = await pool.query<{ id: string }>({
      name: 'list',
      text: `select c.citizen_id as id, c.details->>'fullName' as "fullName", c.details->>'sex' as sex, c.details->>'birth' as birth, c.national_id as "nationalId",
               c.phone, h.household_id as "householdId", h.number, h.dwelling_id as "dwellingId"
             from (select * from view.citizens where neighbourhood = $2 and ward = $1 and resident and slot = 1
                 order by name_key, citizen_id limit 51) c
             left join view.households h on h.household_id = c.household_id order by c.name_key, c.citizen_id`,
      values: [Number(position.unit.slice(0, 5)), Number(request.query.neighbourhood)],
    });
    const page = rows.slice(0, 50);
    await pool.query({
      name: 'log',
      text: `insert into app.access_log (at, account_id, position_id, action, citizen_ids) values ($1, $2, $3, 'list', $4)`,
      values: [now, reader.account_id, position.id, page.map((row) => row.id)],
    });
    return { data: { citizens: { items: page, nextCursor: rows.length > 50 ? page.at(-1)?.id : null } } };
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    app,
    origin: `http://127.0.0.1:${port}`,
    stop: async () => {
      await app.close();
      await pool.end();
    },
  };
}
