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

-- A stream is either written by one command or looked at by several.
create table log.kurrent_reservations (
  stream text collate "C" not null,
  command_id uuid not null references log.kurrent_commands on delete cascade,
  writes boolean not null,
  primary key (stream, command_id)
);
create index kurrent_reservations_command on log.kurrent_reservations (command_id);

-- Every command in the log up to here stands in kurrent_commands.
create table log.kurrent_progress (
  only_row boolean primary key default true check (only_row),
  known_until text collate "C" not null
);
insert into log.kurrent_progress (known_until) values (repeat('0', 20));

create sequence log.kurrent_owners as integer cycle;

-- Enters a command and reserves all of its streams, or neither; p_writes says which it writes, the others it only looks at.
-- Verdicts:
--   reserved; known (done before, or pending: see state); busy (a stream is reserved: by that command); again (it just ended)
create function log.kurrent_reserve(
  p_command uuid, p_fingerprint text, p_result json, p_plan json, p_owner integer, p_streams text[], p_writes boolean[]
) returns json
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_known log.kurrent_commands;
  v_row record;
begin
  insert into log.kurrent_commands (command_id, fingerprint, result, state, owner, plan)
  values (p_command, p_fingerprint, p_result, 'pending', p_owner, p_plan)
  on conflict do nothing;
  if not found then
    select * into v_known from log.kurrent_commands c where c.command_id = p_command;
    return case when found then json_build_object('verdict', 'known', 'command', row_to_json(v_known))
      else json_build_object('verdict', 'again') end;
  end if;

  -- Lock, then look: what others reserved is committed by the time a lock is ours. In one order for all, and a hash that
  -- two streams share is taken in its stronger mode first, so that two commands never wait for each other.
  for v_row in
    select hashtext(s.stream) as hash, s.writes from unnest(p_streams, p_writes) s(stream, writes) order by 1, 2 desc
  loop
    if v_row.writes then
      perform pg_advisory_xact_lock(7313, v_row.hash);
    else
      perform pg_advisory_xact_lock_shared(7313, v_row.hash);
    end if;
  end loop;

  select c.* into v_known
  from unnest(p_streams, p_writes) s(stream, writes)
  join log.kurrent_reservations r on r.stream = s.stream and (r.writes or s.writes)
  join log.kurrent_commands c using (command_id)
  limit 1;
  if found then
    delete from log.kurrent_commands c where c.command_id = p_command;
    return json_build_object('verdict', 'busy', 'command', row_to_json(v_known));
  end if;

  insert into log.kurrent_reservations (stream, command_id, writes)
  select s.stream, p_command, s.writes from unnest(p_streams, p_writes) s(stream, writes);
  return json_build_object('verdict', 'reserved');
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
