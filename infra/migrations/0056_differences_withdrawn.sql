-- A difference that was recorded can be taken back with its import.
alter table app.import_differences drop constraint import_differences_state_check;
alter table app.import_differences add constraint import_differences_state_check
  check (state in ('open', 'confirmed', 'applied', 'refused', 'withdrawn'));
