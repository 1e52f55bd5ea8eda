-- That somebody learned that an identity number is held by a person whom they do not see.
alter table app.access_log drop constraint access_log_action_check;
alter table app.access_log add constraint access_log_action_check
  check (action in ('list', 'search', 'open', 'reveal', 'export', 'number_in_use'));
