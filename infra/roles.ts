import pg from 'pg';

/** Database roles of Nóc Gia: the owner migrates, the other two do all the daily work. */
export const roles = { owner: 'nocgia_owner', app: 'nocgia_app', projector: 'nocgia_projector' } as const;

/** Lets a migration hand a function over to the projector, to whom the tables behind the views belong. */
export const handOver = `grant ${roles.projector} to ${roles.owner} with inherit false, set true`;

/** One of the three kinds of role. */
export type RoleKind = keyof typeof roles;

/** Connection strings of one database, one for each role. */
export type DatabaseUrls = Record<`${RoleKind}Url`, string>;

/** Opens one connection, by its URL or with more settings, for the time of `work`. */
export async function withClient<Result>(
  target: string | pg.ClientConfig,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(target);
  // A server that goes away rejects the query in flight; without a listener it would end the whole process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes the three roles as logins with the given passwords; on repetition sets the passwords anew. */
export async function createLoginRoles(adminUrl: string, passwords: Record<RoleKind, string>): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const known = await client.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [
      Object.values(roles),
    ]);
    const present = new Set(known.rows.map((row) => row.rolname));
    for (const kind of ['owner', 'app', 'projector'] as const) {
      const verb = present.has(roles[kind]) ? 'alter' : 'create';
      await client.query(`${verb} role ${roles[kind]} login password ${client.escapeLiteral(passwords[kind])}`);
    }
    await client.query(handOver);
  });
}

/** Makes database `name`, owned by the owner role, unless it is there. Answers whether it was made. */
export async function createDatabase(options: { adminUrl: string; name: string }): Promise<boolean> {
  return withClient(options.adminUrl, async (client) => {
    const known = await client.query('select 1 from pg_database where datname = $1', [options.name]);
    if (known.rowCount) return false;
    const name = client.escapeIdentifier(options.name);
    await client.query(`create database ${name} owner ${roles.owner}`);
    await client.query(`revoke connect, temporary on database ${name} from public`);
    await client.query(`grant connect, temporary on database ${name} to ${roles.app}, ${roles.projector}`);
    return true;
  });
}
