-- Where each projection stands. One row per generation of its tables; at most one generation of a name is the live one.
create schema projection;
grant usage on schema projection to nocgia_app, nocgia_projector;

create table projection.checkpoints (
  name text collate "C" not null,
  generation integer not null,
  version integer not null,
  -- of the shape of its tables; another hash under the same version is a change as well
  shape text not null,
  live boolean not null,
  -- names of its tables, so that a later version can clear away what it no longer has
  tables text[] not null,
  position text collate "C" not null,
  state text not null check (state in ('running', 'building', 'poisoned')),
  -- of a poisoned one: event id, type and position, and the kind of the error; nothing personal
  trouble jsonb,
  updated_at timestamptz not null default now(),
  primary key (name, generation)
) with (fillfactor = 50);
create unique index checkpoints_live on projection.checkpoints (name) where live;

grant select on projection.checkpoints to nocgia_app;
grant select, insert, update, delete on projection.checkpoints to nocgia_projector;

-- The projector makes the tables behind the views itself, beside the live ones.
grant usage, create on schema view to nocgia_projector;

-- The reader's scope as the policies see it: settings of the running transaction; unset shows nothing.
create function view.scope_units(setting text) returns integer[]
language sql stable parallel safe
return coalesce(nullif(current_setting(setting, true), ''), '{}')::integer[];
revoke all on function view.scope_units from public;
grant execute on function view.scope_units to nocgia_app, nocgia_projector;
