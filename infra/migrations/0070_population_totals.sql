-- Running totals of the population journal of each ward, so that a statistics page reads as much for a million people as for ten
-- thousand: the total of one cell at the end of each day on which it changed. Kept by the projector beside its tables and never
-- the only place of anything: what stands in the journal after the position they were taken at is added by whoever reads.
create table projection.population_totals (
  ward integer not null,
  -- what is counted: permanent, temporary, absent, both_in_ward, both_in_neighbourhood, household, dwelling
  kind text collate "C" not null,
  -- a:s all · a:e:<ethnicity> · a:c:<cause> · a:n:<neighbourhood> · a:p:<status> · a:h:<status> · y<year> m<month> d<day> of birth
  cell text collate "C" not null,
  day date not null,
  male integer not null,
  female integer not null,
  unknown integer not null,
  primary key (ward, kind, cell, day) include (male, female, unknown)
);

-- Of which generation of the journal they are, and up to where.
create table projection.population_totals_at (
  only_row boolean primary key default true check (only_row),
  version integer not null,
  generation integer not null,
  position text collate "C" not null
);

alter table projection.population_totals enable row level security;
alter table projection.population_totals force row level security;
create policy projector on projection.population_totals for all to nocgia_projector using (true) with check (true);
create policy reader on projection.population_totals for select to nocgia_app using (
  ward = any ((select view.scope_units('nocgia.wards'))::integer[])
  or ward = any ((select view.scope_units('nocgia.aggregates'))::integer[]));

grant select on projection.population_totals, projection.population_totals_at to nocgia_app;
grant select, insert, update, delete, truncate on projection.population_totals, projection.population_totals_at to nocgia_projector;
