-- Registers that are being taken in. What the file says lies sealed under the import's own key (subject import:<id>);
-- what stands bare here are numbers, states and codes. See services/registry/import.

create table app.imports (
  id uuid primary key,
  ward int not null,
  -- account and position of whoever brought the file, for the events' context
  created_by uuid,
  created_in uuid,
  created_at timestamptz not null,
  state text not null check (state in
    ('reading', 'needs_mapping', 'checking', 'ready', 'committing', 'committed', 'cancelled', 'failed', 'refused')),
  -- what to go on with after a failure
  failed_in text,
  problem text,
  problem_params jsonb,
  file_key text,
  file_bytes bigint not null,
  file_hash text not null,
  -- sealed: the file's name, sheets, columns with samples
  described bytea,
  mapping jsonb not null default '[]',
  rows int not null default 0,
  done int not null default 0,
  summary jsonb,
  skip_errors boolean not null default true,
  cancel_asked boolean not null default false,
  -- the plan, fixed before the first event is written: its day, how many slices, and how many of them are in the log
  planned_on date,
  slices int,
  slices_done int not null default 0,
  finished_at timestamptz,
  -- from then on file, rows and key are destroyed
  expires_at timestamptz not null
);
create index imports_by_ward on app.imports (ward, created_at desc, id desc);
create index imports_unfinished on app.imports (state) where state in ('reading', 'checking', 'committing');

-- The rows as read, some hundred to a piece, sealed.
create table app.import_pieces (
  import_id uuid not null references app.imports on delete cascade,
  piece int not null,
  first_line int not null,
  last_line int not null,
  sealed bytea not null,
  primary key (import_id, piece)
);

-- What is to become of each row. `issues` is sealed, since it repeats values.
create table app.import_rows (
  import_id uuid not null references app.imports on delete cascade,
  line int not null,
  piece int not null,
  action text not null check (action in ('create', 'update', 'unchanged', 'error')),
  warned boolean not null,
  codes text[] not null,
  issues bytea,
  household int,
  is_head boolean not null,
  citizen_id uuid,
  primary key (import_id, line)
);
create index import_rows_by_action on app.import_rows (import_id, action, line);
create index import_rows_warned on app.import_rows (import_id, line) where warned;
create index import_rows_by_household on app.import_rows (import_id, household);

-- Households of the file in the order in which they are written, whole ones to a slice.
create table app.import_households (
  import_id uuid not null references app.imports on delete cascade,
  household int not null,
  slice int not null,
  household_id uuid not null,
  is_new boolean not null,
  formed_on date not null,
  -- null where the household is already in the register
  dwelling_id uuid,
  -- set where this household's slice also registers the dwelling
  dwelling_from date,
  primary key (import_id, household)
);
create index import_households_by_slice on app.import_households (import_id, slice);
