-- Files that people sent from home and that no dossier has taken yet: waiting for their check, passed, or refused. Their bytes and names lie
-- sealed under the dossier's own key; what stands bare here are ids, sizes and states. See services/dossiers/upload.
create table app.uploads (
  file_id uuid primary key,
  dossier_id uuid not null,
  -- key of the paper that it shows
  paper text,
  name bytea not null,
  media_type text not null,
  bytes bigint not null,
  hash text not null,
  state text not null check (state in ('waiting', 'passed', 'refused')),
  -- code of the catalogue, once refused
  reason text,
  sent_at timestamptz not null,
  checked_at timestamptz
);
create index uploads_dossier on app.uploads (dossier_id);
create index uploads_open on app.uploads (sent_at) where state <> 'refused';
