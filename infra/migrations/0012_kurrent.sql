-- What the KurrentDB adapter keeps beside that log: which commands were given, and which streams are spoken for while a
-- command is carried out. See services/event-store/kurrent. Empty where the log is PostgreSQL itself.

create table log.kurrent_commands (
  command_id uuid primary key,
  fingerprint text not null,
  -- json, not jsonb: given back as it came
  result json not null,
  state text not null check (state in ('pending', 'done')),
  -- pending: the running process that carries it out, and all it needs to do so; whoever takes it over goes on by it
  owner integer,
  plan json,
  -- done: place of the last event, 20 digits
  position text collate "C",
  -- streams whose expected version a writer from outside had broken after the plan was accepted
  rebased json,
  check ((state = 'pending') = (plan is not null and owner is not null)),
  check ((state = 'done') = (position is not null))
);
create index kurrent_commands_pending on log.kurrent_commands (command_id) where state = 'pending';

create table log.kurrent_reservations (
  stream text collate "C" primary key,
  command_id uuid not null references log.kurrent_commands on delete cascade
);
create index kurrent_reservations_command on log.kurrent_reservations (command_id);

-- Every plan in the log up to here is known to have been carried out.
create table log.kurrent_progress (
  only_row boolean primary key default true check (only_row),
  plans_until text collate "C" not null
);
insert into log.kurrent_progress (plans_until) values (repeat('0', 20));

create sequence log.kurrent_owners as integer cycle;

-- Enters a command and reserves all of its streams, or neither. Verdicts:
--   reserved; known (done before, or pending: see state); busy (a stream is reserved: by that command); again (it just ended)
create function log.kurrent_reserve(
  p_command uuid, p_fingerprint text, p_result json, p_plan json, p_owner integer, p_streams text[]
) returns json
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_known log.kurrent_commands;
  v_taken integer;
begin
  insert into log.kurrent_commands (command_id, fingerprint, result, state, owner, plan)
  values (p_command, p_fingerprint, p_result, 'pending', p_owner, p_plan)
  on conflict do nothing;
  if not found then
    select * into v_known from log.kurrent_commands c where c.command_id = p_command;
    return case when found then json_build_object('verdict', 'known', 'command', row_to_json(v_known))
      else json_build_object('verdict', 'again') end;
  end if;

  -- In one order for all, so that two commands never wait for each other.
  insert into log.kurrent_reservations (stream, command_id)
  select s, p_command from unnest(p_streams) s order by s collate "C"
  on conflict do nothing;
  get diagnostics v_taken = row_count;
  if v_taken = cardinality(p_streams) then
    return json_build_object('verdict', 'reserved');
  end if;

  delete from log.kurrent_commands c where c.command_id = p_command;
  select c.* into v_known
  from log.kurrent_reservations r join log.kurrent_commands c using (command_id)
  where r.stream = any (p_streams) limit 1;
  return case when found then json_build_object('verdict', 'busy', 'command', row_to_json(v_known))
    else json_build_object('verdict', 'again') end;
end
$$;

-- Takes a pending command over from a process that is gone (its session lock is free), or from oneself. Verdicts:
--   adopted; alive (its process runs); done; gone (withdrawn)
create function log.kurrent_adopt(p_command uuid, p_owner integer) returns json
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_command log.kurrent_commands;
begin
  select * into v_command from log.kurrent_commands c where c.command_id = p_command for update;
  if not found then
    return json_build_object('verdict', 'gone');
  elsif v_command.state = 'done' then
    return json_build_object('verdict', 'done', 'command', row_to_json(v_command));
  elsif v_command.owner <> p_owner and not pg_try_advisory_xact_lock(7312, v_command.owner) then
    return json_build_object('verdict', 'alive');
  end if;
  update log.kurrent_commands c set owner = p_owner where c.command_id = p_command;
  return json_build_object('verdict', 'adopted', 'command', row_to_json(v_command));
end
$$;

revoke all on function log.kurrent_reserve, log.kurrent_adopt from public;
grant execute on function log.kurrent_reserve, log.kurrent_adopt to nocgia_app;
grant select on log.kurrent_commands, log.kurrent_reservations, log.kurrent_progress to nocgia_app, nocgia_projector;
grant insert, update, delete on log.kurrent_commands, log.kurrent_reservations to nocgia_app;
grant update on log.kurrent_progress to nocgia_app;
grant usage on sequence log.kurrent_owners to nocgia_app;
