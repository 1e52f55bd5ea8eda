-- An import can be taken back: its own state, how far that has come, and what stays because others have built on it.
alter table app.imports drop constraint imports_state_check;
alter table app.imports add constraint imports_state_check check (state in
  ('reading', 'needs_mapping', 'checking', 'ready', 'committing', 'committed', 'cancelled', 'failed', 'refused',
   'withdrawing', 'withdrawn'));
-- why, by whom, on which day, how many parts are in the log, and what they took back; nothing personal
alter table app.imports add column withdrawal jsonb;
drop index app.imports_unfinished;
create index imports_unfinished on app.imports (state) where state in ('reading', 'checking', 'committing', 'withdrawing');

create table app.import_kept (
  import_id uuid not null references app.imports on delete cascade,
  kind text not null check (kind in ('citizen', 'household', 'dwelling')),
  id uuid not null,
  why text not null,
  primary key (import_id, kind, id)
);
