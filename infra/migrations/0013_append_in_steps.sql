-- log.append as in 0010, whose contract it keeps, with its quick way in statements of their own instead of one with four parts:
-- a tenth to a fifth less time of the server for a batch.
create or replace function log.append(
  p_token uuid, p_careful boolean, p_flush_later boolean,
  p_command uuid[], p_fingerprint bytea[], p_result json[], p_context json[], p_offset int[], p_count int[],
  w_command int[], w_stream text[], w_expected int[], w_count int[],
  e_command int[], e_write int[], e_k int[], e_n int[], e_id uuid[], e_type text[], e_schema int[], e_data json[], e_sealed bytea[],
  out o_base bigint, out o_version int[], out o_outcome int[], out o_offset int[]
)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_commands int := array_length(p_command, 1);
  v_writes int := coalesce(array_length(w_stream, 1), 0);
  v_events int := coalesce(array_length(e_id, 1), 0);
  v_clock bigint;
  v_now timestamptz;
  v_found int;
  v_started int;
  v_row record;
  -- assigned rather than performed: an expression without a table needs no plan of its own to run
  v_done boolean;
begin
  -- Lock, then look: a statement of its own, since a statement's snapshot is taken before it waits.
  v_done := pg_advisory_xact_lock(7301) is null;
  if p_flush_later then
    v_done := set_config('synchronous_commit', 'off', true) is null;
  end if;
  o_base := coalesce(pg_sequence_last_value('log.positions'), 0);
  v_clock := greatest(
    coalesce(pg_sequence_last_value('log.clock'), 0), floor(extract(epoch from clock_timestamp()) * 1000)::bigint);
  v_now := timestamptz 'epoch' + v_clock * interval '1 millisecond';

  if not p_careful then
    begin
      update log.streams s set version = s.version + w_count[w]
      from generate_series(1, v_writes) w where s.stream = w_stream[w] and s.version = w_expected[w];
      get diagnostics v_found = row_count;
      if v_found < v_writes then
        insert into log.streams (stream, version)
        select w_stream[w], w_count[w] from generate_series(1, v_writes) w where w_expected[w] = 0;
        get diagnostics v_started = row_count;
        v_found := v_found + v_started;
      end if;
      if v_found <> v_writes then
        raise sqlstate 'NG001';
      end if;
      insert into log.commands (command_id, fingerprint, result, first_position, position, token)
      select p_command[c], p_fingerprint[c], p_result[c], o_base + p_offset[c] + 1, o_base + p_offset[c] + p_count[c], p_token
      from generate_series(1, v_commands) c;
      insert into log.events
        (position, stream, version, id, type, schema_version, data, sealed, context, command_id, recorded_at)
      select o_base + e, w_stream[e_write[e]], w_expected[e_write[e]] + e_n[e], e_id[e], e_type[e], e_schema[e],
        e_data[e], e_sealed[e], p_context[e_command[e]], p_command[e_command[e]], v_now
      from generate_series(1, v_events) e;
      o_version := w_expected;
      v_done := setval('log.positions', o_base + v_events) > 0 and setval('log.clock', v_clock) > 0;
      return;
    exception
      -- a version or a command id that did not fit, or a partition that is missing
      when sqlstate 'NG001' or unique_violation or check_violation then
        null;
    end;
  end if;

  -- Probes by correlated subquery: no plan can turn them into a join that reads the whole table.
  select array_agg(x.version) into o_version
  from (
    select coalesce((select s.version from log.streams s where s.stream = w_stream[w]), 0) as version
    from generate_series(1, v_writes) w
    offset 0
  ) x;
  o_outcome := array_fill(0, array[v_commands]);
  o_offset := array_fill(0, array[v_commands]);
  for v_row in
    select c, k.same, k.mine
    from generate_series(1, v_commands) c
    cross join lateral (
      select k.fingerprint = p_fingerprint[c] as same, k.token = p_token as mine
      from log.commands k where k.command_id = p_command[c] limit 1
    ) k
  loop
    o_outcome[v_row.c] := case when v_row.mine then 4 when v_row.same then 2 else 3 end;
  end loop;
  for w in 1 .. v_writes loop
    if w_expected[w] >= 0 and w_expected[w] <> o_version[w] and o_outcome[w_command[w]] = 0 then
      o_outcome[w_command[w]] := 1;
    end if;
  end loop;
  v_events := 0;
  for c in 1 .. v_commands loop
    o_offset[c] := v_events;
    if o_outcome[c] = 0 then
      v_events := v_events + p_count[c];
    end if;
  end loop;

  insert into log.commands (command_id, fingerprint, result, first_position, position, token)
  select p_command[c], p_fingerprint[c], p_result[c],
    case when p_count[c] > 0 then o_base + o_offset[c] + 1 else 0 end,
    case when p_count[c] > 0 then o_base + o_offset[c] + p_count[c] else 0 end, p_token
  from generate_series(1, v_commands) c
  where o_outcome[c] = 0;

  if v_events > 0 then
    if o_base + v_events >= coalesce((select p.upper from log.partitions p order by p.upper desc limit 1), 0) then
      perform log.make_partitions(o_base + v_events);
    end if;
    v_done := setval('log.positions', o_base + v_events) > 0 and setval('log.clock', v_clock) > 0;

    insert into log.streams as s (stream, version)
    select w_stream[w], o_version[w] + w_count[w]
    from generate_series(1, v_writes) w
    where w_count[w] > 0 and o_outcome[w_command[w]] = 0
    on conflict (stream) do update set version = excluded.version;

    insert into log.events
      (position, stream, version, id, type, schema_version, data, sealed, context, command_id, recorded_at)
    select o_base + o_offset[e_command[e]] + e_k[e], w_stream[e_write[e]], o_version[e_write[e]] + e_n[e], e_id[e],
      e_type[e], e_schema[e], e_data[e], e_sealed[e], p_context[e_command[e]], p_command[e_command[e]], v_now
    from generate_series(1, array_length(e_id, 1)) e
    where o_outcome[e_command[e]] = 0;
  end if;
end
$$;
