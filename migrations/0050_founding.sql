-- Workspaces are founded at any time, not only at set-up, and a company's name may be taken: the first free of name, name-2, ...
-- The lock makes two who candidate at once choose one after the other.
create function free_slug(wanted text) returns text
  language plpgsql volatile security definer set search_path = public as $$
declare candidate text := wanted; n integer := 1;
begin
  perform pg_advisory_xact_lock(hashtextextended('workspace slug', 0));
  while exists (select from workspace where slug = candidate) loop
    n := n + 1;
    candidate := left(wanted, 39 - length(n::text)) || '-' || n;
  end loop;
  return candidate;
end $$;
revoke all on function free_slug(text) from public;
grant execute on function free_slug(text) to keelson_app;
