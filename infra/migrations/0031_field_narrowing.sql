-- What an administrator takes away from the roles' field table is an event (FieldRightNarrowed) and shown by view.field_narrowing.
-- Nothing ever wrote to this table.
drop table app.field_grants;
