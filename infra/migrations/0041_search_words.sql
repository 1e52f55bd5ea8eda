-- Search again, measured over a million people: whole words are cheap in the index of terms (about 1 ms whatever the words), a begun word
-- is dear there (all the lists of all words that it begins are read), so it comes last and is mostly not needed.
set local role nocgia_projector;

drop function view.search_terms(text, integer[], integer[], text, integer);

-- p_table: citizens or dwellings; p_words: whole words; p_begun: a word that has only been begun, or null.
-- At most p_limit ids of rows within the scope that have them all, in no order; whole matches before begun ones.
create function view.search_terms(
  p_table text, p_wards integer[], p_neighbourhoods integer[], p_words text[], p_begun text, p_limit integer
) returns table (id uuid)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
set jit = off
as $$
declare
  v_key text := case p_table when 'citizens' then 'citizen_id' when 'dwellings' then 'dwelling_id' end;
  v_scope text := case
    when cardinality(p_neighbourhoods) = 0 then 't.ward = any ($1)'
    when cardinality(p_wards) = 0 then 't.neighbourhood = any ($2)'
    else '(t.ward = any ($1) or t.neighbourhood = any ($2))' end;
  -- rows that are looked at one by one before the index is asked for a begun word
  v_sample constant integer := 2000;
  v_stem tsquery;
  v_whole tsquery;
  v_begun tsquery;
  v_found uuid[];
  v_more uuid[];
  v_seen integer;
begin
  if v_key is null then
    raise exception 'no search over %', p_table;
  end if;
  if cardinality(p_wards) + cardinality(p_neighbourhoods) = 0 or cardinality(p_words) + (p_begun is not null)::int = 0 then
    return;
  end if;
  -- the scope of a reader of many wards narrows nothing worth an index: it is checked row by row
  if cardinality(p_wards) > 3 then
    v_scope := replace(v_scope, 't.ward =', 't.ward + 0 =');
  end if;
  select string_agg(view.lexeme(w), ' & ')::tsquery into v_stem from unnest(p_words) w;
  v_whole := coalesce(v_stem && view.lexeme(p_begun)::tsquery, v_stem, view.lexeme(p_begun)::tsquery);

  execute format(
    'select array(select distinct s.id from (select t.%1$I as id from view.%2$I t where t.terms @@ $3 and %3$s limit $4) s)',
    v_key, p_table, v_scope)
    into v_found using p_wards, p_neighbourhoods, v_whole, p_limit;
  if p_begun is null or cardinality(v_found) >= p_limit then
    return query select unnest(v_found);
    return;
  end if;

  -- Among some rows that have the whole words (or, of one word alone, some rows of the scope): a common beginning is found there,
  -- and where these are all the rows there are, nothing else remains to be found.
  v_begun := (view.lexeme(p_begun) || ':*')::tsquery;
  execute format(
    'select count(*), array_agg(s.id) filter (where s.terms @@ $4)
     from (select t.%1$I as id, t.terms from view.%2$I t where %3$s %4$s limit $5) s',
    v_key, p_table, v_scope, case when v_stem is null then '' else 'and t.terms @@ $3' end)
    into v_seen, v_more using p_wards, p_neighbourhoods, v_stem, v_begun, v_sample;
  if v_seen >= v_sample and coalesce(cardinality(v_more), 0) < p_limit / 2 then
    execute format(
      'select array(select t.%1$I from view.%2$I t where t.terms @@ $3 and %3$s limit $4)', v_key, p_table, v_scope)
      into v_more using p_wards, p_neighbourhoods, coalesce(v_stem && v_begun, v_begun), p_limit;
  end if;
  return query select f from (
    select f, min(n) as n from unnest(v_found || v_more) with ordinality u(f, n) group by f order by 2 limit p_limit) s;
end
$$;

-- A word as the text of a tsquery.
create function view.lexeme(word text) returns text
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp
return '''' || replace(replace(word, '\', '\\'), '''', '''''') || '''';

revoke all on function view.search_terms, view.lexeme from public;
grant execute on function view.search_terms to nocgia_app;

reset role;
