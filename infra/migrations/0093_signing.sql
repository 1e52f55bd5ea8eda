-- What an officer signs with: their PKCS #12 file and whom it names, sealed under their own key (subject account:<id>). Its passphrase
-- is typed at each signature and kept nowhere. Changed in place and never an event; goes when they take it away or the account is closed.
create table app.signing_keys (
  account_id uuid primary key,
  sealed bytea not null,
  valid_to timestamptz not null,
  added_at timestamptz not null
);

-- Signatures that were asked of the signing service. Ids and codes only; what is signed lies sealed in the file store.
create table app.signings (
  id uuid primary key,
  dossier_id uuid not null,
  file_id uuid not null,
  -- who asked, in which position: the signature is theirs
  account_id uuid not null,
  position_id uuid not null,
  state text not null check (state in ('waiting', 'done', 'cancelled', 'failed')),
  asked_at timestamptz not null,
  tries int not null default 0,
  last_try_at timestamptz,
  next_try_at timestamptz not null,
  -- why the last try came to nothing: a code of the catalogue, and what fills its text
  reason text,
  params jsonb,
  ended_at timestamptz
);
create unique index signings_one_waiting on app.signings (file_id) where state = 'waiting';
create index signings_of_dossier on app.signings (dossier_id, asked_at);
create index signings_waiting on app.signings (next_try_at) where state = 'waiting';
