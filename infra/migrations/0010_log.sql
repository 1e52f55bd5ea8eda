-- The event log. Writing goes through log.append alone; see services/event-store/postgres.

create table log.events (
  position bigint not null,
  stream text collate "C" not null,
  version integer not null,
  id uuid not null,
  type text collate "C" not null,
  schema_version smallint not null,
  -- json, not jsonb: written once, read back whole, never searched inside
  data json not null,
  sealed bytea,
  context json not null,
  command_id uuid not null,
  recorded_at timestamptz not null,
  primary key (position)
) partition by range (position);

create index events_stream on log.events (stream, version);

-- fillfactor: most changes of a stream stay on their page and touch no index
create table log.streams (
  stream text collate "C" primary key,
  version integer not null
) with (fillfactor = 85);

create table log.commands (
  command_id uuid primary key,
  fingerprint bytea not null,
  result json not null,
  -- the command's events stand at first_position .. position without a gap; both 0 when it wrote none
  first_position bigint not null,
  position bigint not null,
  -- the call of log.append that took it: a call repeated after a lost connection knows its own work by it
  token uuid not null
);

-- Counters that only move under the append lock. Sequences, since they leave no dead rows behind a long snapshot;
-- a call that fails after moving one leaves a gap in the positions, which means nothing.
create sequence log.positions as bigint minvalue 0 start 0;
create sequence log.clock as bigint minvalue 0 start 0;

create table log.partitions (
  lower bigint primary key,
  upper bigint not null unique
);

create table log.settings (
  only_row boolean primary key default true check (only_row),
  partition_size bigint not null default 10000000 check (partition_size > 0)
);
insert into log.settings default values;

create function log.refuse() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'the log is never changed: % on %.%', tg_op, tg_table_schema, tg_table_name
    using errcode = 'restrict_violation';
end
$$;

create trigger immutable before update or delete on log.events for each row execute function log.refuse();
create trigger kept before truncate on log.events for each statement execute function log.refuse();

-- Makes partitions until p_upto has one. Attaching takes no lock that an insert or a reader waits for.
create function log.make_partitions(p_upto bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_lower bigint;
  v_upper bigint;
  v_name text;
begin
  perform pg_advisory_xact_lock(7302);
  loop
    select coalesce(max(p.upper), 1) into v_lower from log.partitions p;
    exit when v_lower > p_upto;
    select v_lower + s.partition_size into v_upper from log.settings s;
    v_name := 'events_' || v_lower;
    execute format('create table log.%I (like log.events including all)', v_name);
    -- row triggers are cloned to a partition, a statement trigger is not
    execute format(
      'create trigger kept before truncate on log.%I for each statement execute function log.refuse()', v_name);
    execute format('alter table log.events attach partition log.%I for values from (%s) to (%s)', v_name, v_lower, v_upper);
    insert into log.partitions values (v_lower, v_upper);
  end loop;
end
$$;

-- Keeps half a partition ready ahead of the head; called by the adapter outside of any append.
create function log.prepare_partitions() returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_upto bigint;
begin
  select p.last_value + 1 + s.partition_size / 2 into v_upto from log.positions p, log.settings s;
  if not exists (select from log.partitions p where p.upper > v_upto) then
    perform log.make_partitions(v_upto);
  end if;
end
$$;

-- Takes a batch of commands, each whole or not at all, and tells the verdict of each.
--   p_careful: look before writing; else write at once and look only if something did not fit
--   p_flush_later: commit without waiting for the disk. The caller acknowledges nothing before it has had the log of the
--   database flushed (flusher.ts), which it does while the next batch is at work. A reader may see such events a moment
--   early; whatever it writes because of them stands behind them in the same log and cannot outlive them.
--   p_ one element per command, w_ per stream written or checked, e_ per event; indexes count from 1
--   p_offset: events of the commands before it; w_expected: -1 any, 0 none, n exactly n; w_count: events, 0 = check only
--   e_k: the event's place in its command, e_n: in its stream's share
-- The caller's connection pins one generic plan that scans no table (planSettings in postgres/connection.ts): a plan made
-- while the log was small would live on when it is not. No stream and no command id stands in a batch twice; a batch
-- with a check or with `any` is careful. Results:
--   o_base: the position before the batch; o_version: versions before the batch, per w_
--   o_outcome, o_offset: null when every command was taken; else per command
--     0 appended, 1 conflict, 2 known with this fingerprint, 3 known with another, 4 appended by an earlier call with this token
create function log.append(
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
      with moved as (
        update log.streams s set version = s.version + w_count[w]
        from generate_series(1, v_writes) w where s.stream = w_stream[w] and s.version = w_expected[w]
        returning 1
      ), started as (
        insert into log.streams (stream, version)
        select w_stream[w], w_count[w] from generate_series(1, v_writes) w where w_expected[w] = 0
        returning 1
      ), remembered as (
        insert into log.commands (command_id, fingerprint, result, first_position, position, token)
        select p_command[c], p_fingerprint[c], p_result[c], o_base + p_offset[c] + 1, o_base + p_offset[c] + p_count[c], p_token
        from generate_series(1, v_commands) c
      ), recorded as (
        insert into log.events
          (position, stream, version, id, type, schema_version, data, sealed, context, command_id, recorded_at)
        select o_base + e, w_stream[e_write[e]], w_expected[e_write[e]] + e_n[e], e_id[e], e_type[e], e_schema[e],
          e_data[e], e_sealed[e], p_context[e_command[e]], p_command[e_command[e]], v_now
        from generate_series(1, v_events) e
      )
      select (select count(*) from moved) + (select count(*) from started) into v_found;
      if v_found <> v_writes then
        raise sqlstate 'NG001';
      end if;
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

-- After events were copied in by a restore (as owner): the counters go on behind them.
create function log.after_restore() returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform setval('log.positions', (select coalesce(max(e.position), 0) from log.events e)),
    setval('log.clock', (select coalesce(max(floor(extract(epoch from e.recorded_at) * 1000)), 0)::bigint from log.events e));
  insert into log.streams (stream, version)
  select e.stream, max(e.version) from log.events e group by e.stream
  on conflict (stream) do update set version = excluded.version;
  perform log.prepare_partitions();
end
$$;

select log.prepare_partitions();

revoke all on all functions in schema log from public;
-- Not even what the schema's defaults allow: the app reads events, and writes through log.append alone.
revoke all on all tables in schema log from nocgia_app, nocgia_projector;
revoke all on all sequences in schema log from nocgia_app, nocgia_projector;
grant usage on schema log to nocgia_app, nocgia_projector;
grant select on log.events, log.commands to nocgia_app, nocgia_projector;
grant execute on function log.append to nocgia_app;
grant execute on function log.prepare_partitions to nocgia_app;
