-- Schemas: log holds the events, view what projections make of them, app the plain mutable tables
-- (sessions, jobs, access log, keys). The three roles exist before this runs: see infra/roles.ts.
create schema log;
create schema view;
create schema app;

create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gin;
create extension if not exists btree_gist;
create extension if not exists pgcrypto;

revoke all on schema public from public;
grant usage on schema public to nocgia_app, nocgia_projector;
grant usage on schema log, view, app to nocgia_app, nocgia_projector;

-- What the owner makes later is readable by both; who may write what is said beside each table.
alter default privileges in schema log grant select on tables to nocgia_app, nocgia_projector;
alter default privileges in schema view grant select on tables to nocgia_app;
alter default privileges in schema view grant select, insert, update, delete, truncate on tables to nocgia_projector;
alter default privileges in schema app grant select, insert, update, delete on tables to nocgia_app;
alter default privileges in schema log, view, app grant usage, select on sequences to nocgia_app, nocgia_projector;
alter default privileges revoke execute on functions from public;

-- Which of the two kinds this database is, for good: a demo and a real ward never share a log.
create table app.installation (
  only_row boolean primary key default true check (only_row),
  kind text not null check (kind in ('demo', 'ward')),
  made_at timestamptz not null default now()
);
