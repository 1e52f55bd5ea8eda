-- Search over terms. Under row-level security the operator @@ may not be pushed into an index (it is not marked leakproof), so these
-- narrow functions run as the projector, put the scope they are given before any limit, and give back nothing but ids.
-- They are owned by the projector: the tables behind the views are its own.

-- p_table: citizens or dwellings; p_query: text of a tsquery. At most p_limit keys, in no order.
-- A common word is found among the first rows of the scope; only a rarer one is looked up in the index of terms, whose lists are then short.
create function view.search_terms(
  p_table text, p_wards integer[], p_neighbourhoods integer[], p_query text, p_limit integer
) returns table (id uuid)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
set jit = off
as $$
declare
  v_key text := case p_table when 'citizens' then 'citizen_id' when 'dwellings' then 'dwelling_id' end;
  v_scope text;
  -- of a reader of many wards the scope narrows nothing worth an index: it is checked row by row
  v_broad boolean := cardinality(p_wards) > 3;
  v_sample constant integer := 3000;
  v_seen integer;
  v_found uuid[];
begin
  if v_key is null then
    raise exception 'no search over %', p_table;
  end if;
  v_scope := case
    when cardinality(p_neighbourhoods) = 0 then 't.ward = any ($1)'
    when cardinality(p_wards) = 0 then 't.neighbourhood = any ($2)'
    else '(t.ward = any ($1) or t.neighbourhood = any ($2))' end;
  if cardinality(p_wards) + cardinality(p_neighbourhoods) = 0 then
    return;
  end if;

  execute format(
    'select count(*), array_agg(s.id) filter (where s.terms @@ $3::tsquery)
     from (select t.%1$I as id, t.terms from view.%2$I t where %3$s limit $4) s', v_key, p_table, v_scope)
    into v_seen, v_found using p_wards, p_neighbourhoods, p_query, v_sample;
  if v_seen < v_sample or cardinality(v_found) >= p_limit then
    return query select distinct f from unnest(v_found) f limit p_limit;
    return;
  end if;

  return query execute format(
    'select distinct s.id from (select t.%1$I as id from view.%2$I t where t.terms @@ $3::tsquery and %3$s limit $4) s',
    v_key, p_table, case when v_broad then replace(v_scope, 't.ward =', 't.ward + 0 =') else v_scope end)
    using p_wards, p_neighbourhoods, p_query, p_limit;
end
$$;

revoke all on function view.search_terms from public;
grant execute on function view.search_terms to nocgia_app;
alter function view.search_terms owner to nocgia_projector;

-- Dwellings that lie in these neighbourhoods now, for a change of boundaries: whoever decides one need not see rows.
create function view.dwellings_in(p_neighbourhoods integer[]) returns setof uuid
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return query select d.dwelling_id from view.dwellings d where d.neighbourhood = any (p_neighbourhoods) order by 1;
end
$$;

revoke all on function view.dwellings_in from public;
grant execute on function view.dwellings_in to nocgia_app;
alter function view.dwellings_in owner to nocgia_projector;
