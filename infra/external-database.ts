import { handOver, roles, withClient, type DatabaseUrls } from './roles.ts';

/** Extensions that the migrations use. */
export const extensions = ['pg_trgm', 'unaccent', 'btree_gin', 'btree_gist', 'pgcrypto'] as const;

/** The office's own server lacks something that only its administrator can give; `script` is what to run there. */
export class ExternalDatabaseError extends Error {
  readonly script: string;

  constructor(problems: string[], script: string) {
    super(
      [
        'DATABASE_URL: máy chủ PostgreSQL này chưa sẵn sàng / this PostgreSQL server is not ready:',
        ...problems.map((problem) => `  ${problem}`),
        '  Nhờ người quản trị máy chủ chạy / have its administrator run: npm run nocgia -- database-script | psql …',
      ].join('\n'),
    );
    this.name = 'ExternalDatabaseError';
    this.script = script;
  }
}

function loginOf(databaseUrl: string): { login: string; database: string } {
  const url = new URL(databaseUrl);
  return { login: decodeURIComponent(url.username), database: decodeURIComponent(url.pathname.slice(1)) };
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The two halves of the administrator's script that are plain SQL: for the server, and inside the database. */
export function databaseScriptParts(databaseUrl: string): { server: string; database: string } {
  const { login, database } = loginOf(databaseUrl);
  const create = (role: string, kind: string): string =>
    `do $$ begin if to_regrole(${literal(quote(role))}) is null then create role ${quote(role)} ${kind}; end if; end $$;`;
  return {
    server: [
      create(login, 'login'),
      ...Object.values(roles).flatMap((role) => [
        create(role, 'nologin'),
        `grant ${role} to ${quote(login)} with inherit false, set true;`,
      ]),
      `${handOver};`,
    ].join('\n'),
    database: [
      `grant connect, temporary on database ${quote(database)} to ${quote(login)};`,
      `grant create, connect, temporary on database ${quote(database)} to ${roles.owner};`,
      ...extensions.map((extension) => `create extension if not exists ${extension};`),
    ].join('\n'),
  };
}

/** What the administrator of the office's own server runs, in psql as a superuser, before DATABASE_URL can be used. */
export function databaseScript(databaseUrl: string): string {
  const { login, database } = loginOf(databaseUrl);
  const parts = databaseScriptParts(databaseUrl);
  return [
    '-- Chuẩn bị PostgreSQL 18 cho Nóc Gia; chạy bằng psql với quyền quản trị.',
    '-- Prepares PostgreSQL 18 for Nóc Gia; run it in psql as a superuser. The login of DATABASE_URL works as one of',
    '-- three roles and inherits nothing from them. A new login still needs its password: \\password LOGIN',
    parts.server,
    `select ${literal(`create database ${quote(database)} owner ${roles.owner} encoding 'UTF8' template template0`)}`,
    `  where not exists (select from pg_database where datname = ${literal(database)}) \\gexec`,
    `\\connect ${quote(database)}`,
    parts.database,
    `\\echo ${literal(`Xong / done: ${login} -> ${database}`)}`,
    '',
  ].join('\n');
}

/** One URL per role: the same login, which takes the role on before its first statement. */
export function roleUrls(databaseUrl: string): DatabaseUrls {
  const as = (role: string): string => {
    const url = new URL(databaseUrl);
    const options = url.searchParams.get('options');
    url.searchParams.set('options', `${options ? `${options} ` : ''}-c role=${role}`);
    return url.href;
  };
  return { ownerUrl: as(roles.owner), appUrl: as(roles.app), projectorUrl: as(roles.projector) };
}

type Check = { role: string; exists: boolean; usable: boolean };

const checkRoles = `
  select role, r.oid is not null as exists, coalesce(pg_has_role(current_user, r.oid, 'set'), false) as usable
  from unnest($1::text[]) role left join pg_roles r on r.rolname = role`;

/**
 * Sees to it that the login of DATABASE_URL can work as each of the three roles, making them where it has the right to.
 * Throws {@link ExternalDatabaseError} saying what is missing, with the script that its administrator runs once.
 */
export async function prepareExternalRoles(databaseUrl: string): Promise<void> {
  const { database } = loginOf(databaseUrl);
  const problems = await withClient(
    { connectionString: databaseUrl, connectionTimeoutMillis: 10_000 },
    async (client) => {
      const version = await client.query<{ number: number }>(
        "select current_setting('server_version_num')::int as number",
      );
      if ((version.rows[0]?.number ?? 0) < 180_000) {
        return ['cần PostgreSQL 18 trở lên / PostgreSQL 18 or newer is needed'];
      }
      const rights = await client.query<{ may: boolean }>(
        'select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user',
      );
      const names = Object.values(roles);
      const before = await client.query<Check>(checkRoles, [names]);
      if (rights.rows[0]?.may) {
        for (const { role } of before.rows.filter(({ exists }) => !exists)) {
          await client.query(`create role ${role} nologin`);
          await client.query(`grant ${role} to current_user with inherit false, set true`);
        }
        // Roles that somebody else made are not ours to grant; what is missing then is found below.
        await client.query(handOver).catch(() => undefined);
        await client
          .query(`grant create, connect, temporary on database ${client.escapeIdentifier(database)} to ${roles.owner}`)
          .catch(() => undefined);
      }
      const now = await client.query<Check>(checkRoles, [names]);
      const missing = await client.query<{ name: string }>(
        'select name from unnest($1::text[]) wanted (name) where not exists (select from pg_available_extensions a where a.name = wanted.name)',
        [extensions],
      );
      const owner = await client.query<{ creates: boolean; handsOver: boolean }>(
        `select has_database_privilege(o.oid, current_database(), 'create') as creates,
                pg_has_role(o.oid, p.oid, 'set') as "handsOver"
         from pg_roles o, pg_roles p where o.rolname = $1 and p.rolname = $2`,
        [roles.owner, roles.projector],
      );
      const { creates, handsOver } = owner.rows[0] ?? { creates: false, handsOver: false };
      return [
        ...now.rows
          .filter(({ usable }) => !usable)
          .map(({ role, exists }) =>
            exists
              ? `tài khoản này không dùng được vai trò ${role} / this login may not act as ${role}`
              : `thiếu vai trò ${role}, tài khoản này không được tạo / the role ${role} is missing, and this login may not make it`,
          ),
        ...(creates ? [] : [`${roles.owner} không được tạo schema / ${roles.owner} may not make schemas here`]),
        ...(handsOver ? [] : [`${roles.owner} không dùng được ${roles.projector} / may not act as ${roles.projector}`]),
        ...missing.rows.map(({ name }) => `thiếu phần mở rộng ${name} / the extension ${name} is not on the server`),
      ];
    },
  );
  if (problems.length > 0) throw new ExternalDatabaseError(problems, databaseScript(databaseUrl));
}
