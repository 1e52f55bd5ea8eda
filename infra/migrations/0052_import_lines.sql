-- Lines of a register that are no people (titles, sums, headings once more) are told as such.
alter table app.import_rows drop constraint import_rows_action_check;
alter table app.import_rows add constraint import_rows_action_check check (action in ('create', 'update', 'unchanged', 'error', 'skipped'));
