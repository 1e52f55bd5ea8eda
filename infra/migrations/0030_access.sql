-- Sign-in and sessions: changed in place and never events. Kept by a backup: credentials, field_grants, access_log.

create table app.credentials (
  account_id uuid primary key,
  -- keyed hash of the folded user name, the same as in its claim stream
  username_hash text collate "C" not null unique,
  password_hash text not null,
  must_change boolean not null,
  changed_at timestamptz not null,
  last_sign_in timestamptz
);

create table app.sessions (
  -- SHA-256 of the cookie's session id: whoever reads this table cannot sign in with it
  sid_hash bytea primary key,
  account_id uuid not null,
  position_id uuid,
  created_at timestamptz not null,
  seen_at timestamptz not null
);
create index sessions_account on app.sessions (account_id);
create index sessions_seen on app.sessions (seen_at);

-- Attempts to sign in by account and by address (keyed hashes), for all processes together.
create table app.sign_in_throttle (
  key text collate "C" primary key,
  attempts integer not null,
  last_at timestamptz not null,
  blocked_until timestamptz
);
create index sign_in_throttle_age on app.sign_in_throttle (last_at);

-- Counts an attempt against each key before it is made, so that many at once count like many in a row. Answers the seconds to wait,
-- 0 when the attempt may go on. `free` attempts are free; then the wait doubles from `first` to at most `longest` seconds.
-- An hour without an attempt forgets. Keys are locked in order, so that two attempts never wait for each other.
create function app.count_attempts(keys text[], free integer[], first integer[], longest integer[], at timestamptz)
returns integer language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  one record;
  state app.sign_in_throttle;
  counted integer;
  wait integer := 0;
begin
  for one in select * from unnest(keys, free, first, longest) as k (key, free, first, longest) order by k.key loop
    insert into app.sign_in_throttle as t (key, attempts, last_at) values (one.key, 0, at)
      on conflict (key) do update set key = t.key returning t.* into state;
    if state.blocked_until > at then
      wait := greatest(wait, ceil(extract(epoch from state.blocked_until - at))::integer);
    else
      counted := case when state.last_at < at - interval '1 hour' then 1 else state.attempts + 1 end;
      update app.sign_in_throttle t set attempts = counted, last_at = at, blocked_until =
        case when counted >= one.free then at + make_interval(secs => least(one.longest, one.first * 2 ^ least(counted - one.free, 20))) end
        where t.key = one.key;
    end if;
  end loop;
  return wait;
end
$$;
grant execute on function app.count_attempts to nocgia_app;

-- What the administrator took away from the roles' field table; rows are ended, never changed otherwise.
create table app.field_grants (
  id uuid primary key,
  role text not null,
  field_group text not null,
  field_right text not null check (field_right in ('none', 'masked', 'read', 'propose', 'write')),
  from_day date not null,
  until_day date,
  account_id uuid not null,
  check (until_day is null or until_day >= from_day)
);

-- Who looked at whom. One row a look: a list or a search is one look at all it showed.
create table app.access_log (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  account_id uuid not null,
  position_id uuid,
  action text not null check (action in ('list', 'search', 'open', 'reveal', 'export')),
  citizen_ids uuid[] not null,
  purpose text,
  -- the stream reveal-<uuid> that holds what was revealed and the reader's own words
  reveal_id uuid
);
create index access_log_citizens on app.access_log using gin (citizen_ids);
create index access_log_account on app.access_log (account_id, at);

create function app.refuse_change_of_access_log() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'the access log is only ever added to' using errcode = 'restrict_violation';
end
$$;
create trigger kept before update or delete on app.access_log
  for each row execute function app.refuse_change_of_access_log();
create trigger kept_whole before truncate on app.access_log
  for each statement execute function app.refuse_change_of_access_log();

revoke all on app.access_log, app.field_grants from nocgia_app;
grant select, insert on app.access_log to nocgia_app;
grant select, insert on app.field_grants to nocgia_app;
grant update (until_day) on app.field_grants to nocgia_app;
