-- What a later file of a ward says otherwise than the register, to be confirmed one by one; what it says lies sealed.
create table app.import_differences (
  import_id uuid not null references app.imports on delete cascade,
  number int not null,
  kind text not null check (kind in ('missing', 'birth', 'arrival', 'move', 'address', 'details')),
  line int,
  citizen_id uuid,
  -- household of the register that it concerns, or household of the file (by number) where the register has none
  household_id uuid,
  household int,
  sealed bytea not null,
  state text not null default 'open' check (state in ('open', 'confirmed', 'applied', 'refused')),
  -- how it was confirmed, by whom, for which day; and why the register refused it
  resolution text check (resolution in ('death', 'departure', 'correction', 'change')),
  occurred_on date,
  confirmed_by uuid,
  confirmed_in uuid,
  problem text,
  primary key (import_id, number)
);
create index import_differences_by_kind on app.import_differences (import_id, kind, number);
create index import_differences_confirmed on app.import_differences (import_id, number) where state = 'confirmed';

-- People of the register who may be the one of a row, and what the officer said of it: the same person, or somebody else (null: not said).
create table app.import_likely (
  import_id uuid not null references app.imports on delete cascade,
  line int not null,
  citizen_id uuid not null,
  score real not null,
  reasons text[] not null,
  primary key (import_id, line, citizen_id)
);
create table app.import_decisions (
  import_id uuid not null references app.imports on delete cascade,
  line int not null,
  -- null: somebody else
  citizen_id uuid,
  primary key (import_id, line)
);

-- Rows that wait for somebody to confirm them.
alter table app.import_rows drop constraint import_rows_action_check;
alter table app.import_rows add constraint import_rows_action_check
  check (action in ('create', 'update', 'unchanged', 'confirm', 'error', 'skipped'));
