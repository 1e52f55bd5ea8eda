-- Letters about a dossier's course to whoever handed it in and wants them. Ids and codes only: address and text are made when a letter is sent.
create table app.notices (
  -- the fact that is told; the letter's Message-ID follows from it, so that a second copy is known for one
  event_id uuid primary key,
  dossier_id uuid not null,
  -- of the facts of one command one letter is sent, of the last
  command_id text not null,
  version int not null,
  position text collate "C" not null,
  state text not null check (state in ('waiting', 'sent', 'failed')),
  queued_at timestamptz not null,
  tries int not null default 0,
  last_try_at timestamptz,
  next_try_at timestamptz not null,
  -- why the last try came to nothing: a code of the catalogue
  reason text,
  sent_at timestamptz,
  unique (dossier_id, command_id)
);
create index notices_waiting on app.notices (next_try_at, position) where state = 'waiting';
create index notices_of_dossier on app.notices (dossier_id, position);

-- How far the log has been read for letters. No row while no mail server is configured: what happens then is told to nobody later.
create table app.notice_reader (
  one boolean primary key default true check (one),
  position text collate "C" not null
);
