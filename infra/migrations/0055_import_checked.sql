-- Up to which event of the log, and as of which day, the rows were checked: while the register stands still, the plan need not check again.
alter table app.imports add column checked_at text, add column checked_on date;
