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
--   p_ one element per command, w_ per stream written or checked, e_ per event; indexes count from 1
--   p_offset: events of the commands before it; w_expected: -1 any, 0 none, n exactly n; w_count: events, 0 = check only
--   e_k: the event's place in its command, e_n: in its stream's share
-- No stream and no command id stands in a batch twice. Results:
--   o_base: the position before the batch; o_version: versions before the batch, per w_
--   o_outcome, o_offset: null when every command was taken; else per command
--     0 appended, 1 conflict, 2 known with this fingerprint, 3 known with another, 4 appended by an earlier call with this token
create function log.append(
  p_token uuid,
  p_command uuid[], p_fingerprint bytea[], p_result json[], p_context json[], p_offset int[], p_count int[],
  w_command int[], w_stream text[], w_expected int[], w_count int[],
  e_command int[], e_write int[], e_k int[], e_n int[], e_id uuid[], e_type text[], e_schema int[], e_data json[], e_sealed bytea[],
  out o_base bigint, out o_version int[], out o_outcome int[], out o_offset int[]
)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
-- One plan for good, and never one that scans a table: made while the log was small, it would live on when it is not.
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_bitmapscan = off
set jit = off
as $$
declare
  v_known boolean;
  v_stale boolean;
  v_upper bigint;
  v_events int := coalesce(array_length(e_id, 1), 0);
  v_clock bigint;
  v_now timestamptz;
  v_row record;
  i int;
begin
  -- Lock, then look: a statement of its own, since a statement's snapshot is taken before it waits.
  perform pg_advisory_xact_lock(7301);

  -- Probes by correlated subquery: no plan can turn them into a join that reads the whole table.
  select s.last_value, c.last_value,
    (select p.upper from log.partitions p order by p.upper desc limit 1),
    (select bool_or((select true from log.commands k where k.command_id = x.id)) from unnest(p_command) x(id))
  into o_base, v_clock, v_upper, v_known
  from log.positions s, log.clock c;

  select array_agg(x.version), bool_or(x.expected >= 0 and x.expected <> x.version)
  into o_version, v_stale
  from (
    select w.expected, coalesce((select s.version from log.streams s where s.stream = w.stream), 0) as version
    from unnest(w_stream, w_expected) w(stream, expected)
    offset 0
  ) x;

  o_offset := p_offset;
  if v_known or v_stale then
    o_outcome := array_fill(0, array[array_length(p_command, 1)]);
    for v_row in
      select c.n, k.same, k.mine
      from unnest(p_command, p_fingerprint) with ordinality c(id, fingerprint, n)
      cross join lateral (
        select k.fingerprint = c.fingerprint as same, k.token = p_token as mine
        from log.commands k where k.command_id = c.id limit 1
      ) k
    loop
      o_outcome[v_row.n] := case when v_row.mine then 4 when v_row.same then 2 else 3 end;
    end loop;
    for i in 1 .. coalesce(array_length(w_stream, 1), 0) loop
      if w_expected[i] >= 0 and w_expected[i] <> o_version[i] and o_outcome[w_command[i]] = 0 then
        o_outcome[w_command[i]] := 1;
      end if;
    end loop;
    v_events := 0;
    for i in 1 .. array_length(p_command, 1) loop
      o_offset[i] := v_events;
      if o_outcome[i] = 0 then
        v_events := v_events + p_count[i];
      end if;
    end loop;
  end if;

  insert into log.commands (command_id, fingerprint, result, first_position, position, token)
  select c.id, c.fingerprint, c.result,
    case when c.events > 0 then o_base + o_offset[c.n] + 1 else 0 end,
    case when c.events > 0 then o_base + o_offset[c.n] + c.events else 0 end, p_token
  from unnest(p_command, p_fingerprint, p_result, p_count) with ordinality c(id, fingerprint, result, events, n)
  where o_outcome is null or o_outcome[c.n] = 0;

  if v_events > 0 then
    if v_upper is null or o_base + v_events >= v_upper then
      perform log.make_partitions(o_base + v_events);
    end if;
    v_clock := greatest(v_clock, floor(extract(epoch from clock_timestamp()) * 1000)::bigint);
    v_now := timestamptz 'epoch' + v_clock * interval '1 millisecond';
    perform setval('log.positions', o_base + v_events), setval('log.clock', v_clock);

    insert into log.streams as s (stream, version)
    select w.stream, o_version[w.n] + w.events
    from unnest(w_stream, w_count, w_command) with ordinality w(stream, events, command, n)
    where w.events > 0 and (o_outcome is null or o_outcome[w.command] = 0)
    on conflict (stream) do update set version = excluded.version;

    insert into log.events
      (position, stream, version, id, type, schema_version, data, sealed, context, command_id, recorded_at)
    select o_base + o_offset[e.command] + e.k, w_stream[e.write], o_version[e.write] + e.n, e.id, e.type, e.schema,
      e.data, e.sealed, p_context[e.command], p_command[e.command], v_now
    from unnest(e_command, e_write, e_k, e_n, e_id, e_type, e_schema, e_data, e_sealed)
      e(command, write, k, n, id, type, schema, data, sealed)
    where o_outcome is null or o_outcome[e.command] = 0;
  end if;

  if o_outcome is null then
    o_offset := null;
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
