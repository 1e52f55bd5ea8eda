-- Dossiers of another software that are being taken in. What the file says lies sealed under the import's own key
-- (subject dossier-import:<id>); what stands bare here are numbers, states and codes. See services/dossiers/past.

create table app.dossier_imports (
  id uuid primary key,
  ward int not null,
  -- account and position of whoever brought the file, for the events' context
  created_by uuid,
  created_in uuid,
  created_at timestamptz not null,
  state text not null check (state in
    ('reading', 'needs_mapping', 'checking', 'ready', 'committing', 'committed', 'cancelled', 'failed', 'refused', 'withdrawing', 'withdrawn')),
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
  cancel_asked boolean not null default false,
  -- as of when the check calls a time the future
  checked_at timestamptz,
  -- how many slices the plan has, and how many of them are in the log; of a withdrawal likewise
  slices int,
  slices_done int not null default 0,
  finished_at timestamptz,
  -- from then on file, rows and key are destroyed
  expires_at timestamptz not null
);
create index dossier_imports_by_ward on app.dossier_imports (ward, created_at desc, id desc);
create index dossier_imports_unfinished on app.dossier_imports (state) where state in ('reading', 'checking', 'committing', 'withdrawing');

-- The rows as read, some hundred to a piece, sealed.
create table app.dossier_import_pieces (
  import_id uuid not null references app.dossier_imports on delete cascade,
  piece int not null,
  first_line int not null,
  last_line int not null,
  sealed bytea not null,
  primary key (import_id, piece)
);

-- What is to become of each dossier of the file, in its order. `issues` and `course` are sealed: they repeat values, and are
-- what will be recorded to the letter.
create table app.dossier_import_dossiers (
  import_id uuid not null references app.dossier_imports on delete cascade,
  number int not null,
  first_line int not null,
  last_line int not null,
  steps int not null,
  action text not null check (action in ('create', 'unchanged', 'open', 'error', 'skipped')),
  warned boolean not null,
  codes text[] not null,
  issues bytea,
  course bytea,
  dossier_id uuid,
  slice int,
  primary key (import_id, number)
);
create index dossier_import_dossiers_by_action on app.dossier_import_dossiers (import_id, action, number);
create index dossier_import_dossiers_warned on app.dossier_import_dossiers (import_id, number) where warned;
create index dossier_import_dossiers_by_slice on app.dossier_import_dossiers (import_id, slice) where slice is not null;
