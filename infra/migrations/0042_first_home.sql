-- Whether a citizen's first home lies in one of these units, as far as the reader may see. A function, so that the lists which ask it
-- for the few second homes do not pay for planning a subquery on every page.
create function view.first_home_in(p_citizen uuid, p_column text, p_numbers integer[]) returns boolean
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return exists (
    select from view.citizens o
    where o.citizen_id = p_citizen and o.slot = 1 and o.resident
      and case p_column when 'ward' then o.ward else o.neighbourhood end = any (p_numbers));
end
$$;

revoke all on function view.first_home_in from public;
grant execute on function view.first_home_in to nocgia_app;
