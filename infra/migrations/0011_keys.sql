-- Keys of the persons in the log, wrapped by the master key. Kept and backed up apart from the log.

create table app.subject_keys (
  subject text collate "C" primary key,
  -- nonce, key and tag; null once destroyed
  wrapped bytea,
  created_at timestamptz not null default now(),
  destroyed_at timestamptz,
  -- what stands for the sealed fields of an erased subject: sex, birth year, codes; nothing that names anyone
  residue jsonb,
  check ((wrapped is null) = (destroyed_at is not null))
);

-- Secrets of the installation that are no person's (the HMAC secret of the claims), wrapped the same way.
create table app.secrets (
  name text collate "C" primary key,
  wrapped bytea not null,
  created_at timestamptz not null default now()
);

create function app.refuse_key_loss() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  -- Destroying is an update that leaves a mark; rewrapping keeps the key. A row never disappears, nor comes back to life.
  if tg_op = 'DELETE' or (old.wrapped is null and new.wrapped is not null) then
    raise exception 'a key is destroyed, never deleted, and never made again' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;

create trigger kept before update or delete on app.subject_keys for each row execute function app.refuse_key_loss();

grant usage on schema app to nocgia_app, nocgia_projector;
revoke all on app.subject_keys, app.secrets from nocgia_app, nocgia_projector;
grant select, insert, update on app.subject_keys to nocgia_app;
grant select on app.subject_keys to nocgia_projector;
grant select, insert, update on app.secrets to nocgia_app;
grant select on app.secrets to nocgia_projector;
