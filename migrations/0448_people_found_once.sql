-- Somebody who stands in several partnerships, or was written down more than once, is found once: by the address, or by name, company
-- and title. `partnership_id` is where they stand now, or stood last: our own people have no company's page to be found on.
-- `contacts_like` is what servers of the version before ask; it goes a release later.
create function people_like(workspace uuid, wanted text)
  returns table(id uuid, name text, detail text, organization_id uuid, nearness real, partnership_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if workspace <> current_setting('app.workspace_id')::uuid or current_setting('app.side') <> 'host' then return; end if;
  return query
    with person as (
      select distinct on (coalesce(lower(c.email), concat_ws('|', public.name_key(c.name), c.organization_id, c.title)))
        c.id, c.name, c.title, c.organization_id, public.word_similarity(public.name_key(wanted), public.name_key(c.name)) as near
      from (
        select * from public.contact k
        where k.workspace_id = workspace and public.name_key(wanted) <% public.name_key(k.name) limit 2000
      ) c
      order by coalesce(lower(c.email), concat_ws('|', public.name_key(c.name), c.organization_id, c.title)), c.created_at desc, c.id desc
    ), nearest as (
      select * from person p order by p.near desc, length(p.name), p.name, p.id limit 20
    )
    select n.id, n.name, coalesce(n.title, o.name), n.organization_id, n.near, r.partnership_id
    from nearest n
    left join public.organization o on o.workspace_id = workspace and o.id = n.organization_id
    left join lateral (
      select a.partnership_id from public.role_assignment a
      where a.workspace_id = workspace and a.contact_id = n.id
      order by a.to_on is not null, a.from_on desc, a.id limit 1
    ) r on true
    order by n.near desc, length(n.name), n.name, n.id;
end $$;

revoke all on function people_like(uuid, text) from public;
grant execute on function people_like(uuid, text) to keelson_app;
