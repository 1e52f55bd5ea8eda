-- How the services outside of this program answered of late: the signing service, the mail server, the store of files. Nothing personal.
create table app.service_states (
  name text primary key,
  -- since when it has answered without a fault between; null while it is away
  reachable_since timestamptz,
  last_seen_at timestamptz,
  last_failure_at timestamptz,
  -- a code of the catalogue of errors
  last_failure text
);

-- A signature that the service has given and that is being recorded can no longer be taken back.
alter table app.signings add column recording boolean not null default false;
