-- A company knows who stands for the host in its partnerships, now or before: their names and what they do. Nothing else of
-- them, and of no colleague of theirs; what the host's people are reached by they say themselves.
create function host_people_of(workspace uuid, partnership uuid) returns table (id uuid, name text, title text)
  language plpgsql stable security definer set search_path = public as $$
begin
  if workspace <> current_setting('app.workspace_id')::uuid or current_setting('app.side') <> 'partner'
    or not partnership = any(string_to_array(current_setting('app.partnerships'), ',')::uuid[]) then return; end if;
  return query
    select c.id, c.name, c.title from contact c
    where c.workspace_id = workspace and c.organization_id is null and exists (select from role_assignment r
      where r.workspace_id = workspace and r.partnership_id = partnership and r.contact_id = c.id and r.party_id = workspace);
end $$;
revoke all on function host_people_of(uuid, uuid) from public;
grant execute on function host_people_of(uuid, uuid) to keelson_app;
