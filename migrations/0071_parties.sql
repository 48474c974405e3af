-- Parties instead of two sides. A partnership's parties are the host, whose party id is the workspace's own, and its companies,
-- whose party id is their organization's. `party_id` is whose a row is: who owes, gave, did, registered, plays the part, is
-- measured; null where it is everybody's together. `private_to` is the one party that may see a row; null is shared. The side,
-- host or partner, follows from the party and is never recorded by hand.

-- Before, only the author of a note, an event or a report told which company of a consortium it was: such rows go to their
-- author's company, all others to the leading one.
create temporary table company_of on commit drop as
  select distinct on (takes_part.workspace_id, takes_part.partnership_id, u.user_id)
    takes_part.workspace_id, takes_part.partnership_id, u.user_id, u.organization_id
  from partner_user u join (
    select workspace_id, id as partnership_id, organization_id from partnership
    union select workspace_id, partnership_id, organization_id from partnership_party) takes_part
    on takes_part.workspace_id = u.workspace_id and takes_part.organization_id = u.organization_id
  order by takes_part.workspace_id, takes_part.partnership_id, u.user_id, u.created_at;

-- Policies are made anew at the end; those that read a column that changes go first.
drop policy tenant on activity;
drop policy tenant on measurement;
drop policy tenant on note;
drop policy tenant on event;
drop policy partner_touches on stale_partnership;

-- Promises.
alter table commitment add column party_id uuid;
update commitment c set party_id = case when c.owed_by = 'host' then c.workspace_id else p.organization_id end
  from partnership p where p.workspace_id = c.workspace_id and p.id = c.partnership_id;
alter table commitment alter column party_id set not null, drop column owed_by,
  add column owed_by text not null generated always as (case when party_id = workspace_id then 'host' else 'partner' end) stored;

alter table occurrence add column party_id uuid;
update occurrence o set party_id = case when o.owed_by = 'host' then o.workspace_id else p.organization_id end
  from partnership p where p.workspace_id = o.workspace_id and p.id = o.partnership_id;
alter table occurrence alter column party_id set not null, drop column owed_by,
  add column owed_by text not null generated always as (case when party_id = workspace_id then 'host' else 'partner' end) stored;
create index occurrence_side on occurrence (workspace_id, owed_by, state, due_on, id);

alter table evidence add column party_id uuid;
update evidence e set party_id = case when e.given_by_side = 'host' then e.workspace_id else coalesce(
    (select organization_id from company_of m where m.workspace_id = e.workspace_id and m.partnership_id = e.partnership_id and m.user_id = e.given_by),
    p.organization_id) end
  from partnership p where p.workspace_id = e.workspace_id and p.id = e.partnership_id;
alter table evidence alter column party_id set not null, drop column given_by_side,
  add column given_by_side text not null generated always as (case when party_id = workspace_id then 'host' else 'partner' end) stored;

-- Goals: null is all parties together.
alter table objective add column party_id uuid;

-- People.
alter table role_assignment add column party_id uuid;
update role_assignment r set party_id = coalesce(c.organization_id, r.workspace_id)
  from contact c where c.workspace_id = r.workspace_id and c.id = r.contact_id;
alter table role_assignment alter column party_id set not null, drop column side,
  add column side text not null generated always as (case when party_id = workspace_id then 'host' else 'partner' end) stored;
-- The check that side and company agree goes with the column.
alter table contact drop column side,
  add column side text not null generated always as (case when organization_id is null then 'host' else 'partner' end) stored;

-- What happened. Null is both: a meeting, a call.
-- `recorded_by` is the party that recorded it and may take it back; null is the host, whose imports come by the million.
alter table activity add column party_id uuid, add column private_to uuid, add column recorded_by uuid;
update activity a set
    party_id = case a.direction when 'from_host' then a.workspace_id when 'from_partner' then p.organization_id end,
    private_to = case a.visibility when 'host' then a.workspace_id when 'partner' then p.organization_id end,
    recorded_by = case a.source when 'partner' then p.organization_id end
  from partnership p where p.workspace_id = a.workspace_id and p.id = a.partnership_id
    and (a.direction <> 'two_way' or a.visibility <> 'shared' or a.source = 'partner');
update activity a set recorded_by = m.organization_id,
    party_id = case when a.direction = 'from_partner' then m.organization_id else a.party_id end,
    private_to = case when a.visibility = 'partner' then m.organization_id else a.private_to end
  from event e join company_of m on m.workspace_id = e.workspace_id and m.partnership_id = e.partnership_id and m.user_id = e.actor_id
  where e.workspace_id = a.workspace_id and e.subject_id = a.id and e.kind = 'activity.recorded' and e.actor_kind = 'partner-user';
alter table activity drop column direction, drop column visibility,
  add column direction text not null generated always as (
    case when party_id is null then 'two_way' when party_id = workspace_id then 'from_host' else 'from_partner' end) stored,
  add column visibility text not null generated always as (
    case when private_to is null then 'shared' when private_to = workspace_id then 'host' else 'partner' end) stored;

alter table measurement add column party_id uuid, add column private_to uuid;
update measurement m set
    party_id = case m.side when 'host' then m.workspace_id when 'partner' then p.organization_id end,
    private_to = case m.visibility when 'host' then m.workspace_id when 'partner' then p.organization_id end
  from partnership p where p.workspace_id = m.workspace_id and p.id = m.partnership_id and (m.side <> 'both' or m.visibility <> 'shared');
alter table measurement drop column side, drop column visibility,
  add column side text not null generated always as (
    case when party_id is null then 'both' when party_id = workspace_id then 'host' else 'partner' end) stored,
  add column visibility text not null generated always as (
    case when private_to is null then 'shared' when private_to = workspace_id then 'host' else 'partner' end) stored;

alter table deal add column party_id uuid;
update deal d set party_id = case when d.registered_by = 'host' then d.workspace_id else p.organization_id end
  from partnership p where p.workspace_id = d.workspace_id and p.id = d.partnership_id;
update deal d set party_id = m.organization_id
  from event e join company_of m on m.workspace_id = e.workspace_id and m.partnership_id = e.partnership_id and m.user_id = e.actor_id
  where e.workspace_id = d.workspace_id and e.subject_id = d.id and e.kind = 'deal.registered' and e.actor_kind = 'partner-user';
alter table deal alter column party_id set not null, drop column registered_by,
  add column registered_by text not null generated always as (case when party_id = workspace_id then 'host' else 'partner' end) stored;

alter table note add column private_to uuid;
update note n set private_to = case n.visibility when 'host' then n.workspace_id when 'partner' then coalesce(
    (select organization_id from company_of m where m.workspace_id = n.workspace_id and m.partnership_id = n.partnership_id and m.user_id = n.author_id),
    p.organization_id) end
  from partnership p where p.workspace_id = n.workspace_id and p.id = n.partnership_id and n.visibility <> 'shared';
alter table note drop column visibility,
  add column visibility text not null generated always as (
    case when private_to is null then 'shared' when private_to = workspace_id then 'host' else 'partner' end) stored;

-- The ledger: whose act it was, and who may see it.
alter table event add column party_id uuid, add column private_to uuid;
update event e set party_id = case when e.side = 'host' then e.workspace_id else coalesce(
    (select organization_id from company_of m where m.workspace_id = e.workspace_id and m.partnership_id = e.partnership_id and m.user_id = e.actor_id),
    (select organization_id from partnership p where p.workspace_id = e.workspace_id and p.id = e.partnership_id), e.workspace_id) end;
-- What a partner kept for itself goes to its company, and where none is known, to nobody rather than to anyone else.
update event e set private_to = case when e.visibility = 'host' then e.workspace_id else coalesce(
    (select organization_id from company_of m where m.workspace_id = e.workspace_id and m.partnership_id = e.partnership_id and m.user_id = e.actor_id),
    (select organization_id from partnership p where p.workspace_id = e.workspace_id and p.id = e.partnership_id),
    '00000000-0000-0000-0000-000000000000') end
  where e.visibility <> 'shared';
alter table event alter column party_id set not null, drop column side, drop column visibility,
  add column side text not null generated always as (case when party_id = workspace_id then 'host' else 'partner' end) stored,
  add column visibility text not null generated always as (
    case when private_to is null then 'shared' when private_to = workspace_id then 'host' else 'partner' end) stored;

-- Weekly series, one per party. `whose` is the party, or the partnership itself where a series is all parties' together.
alter table signal_series add column party_id uuid;
update signal_series s set party_id = case s.side when 'host' then s.workspace_id when 'partner' then p.organization_id end
  from partnership p where p.workspace_id = s.workspace_id and p.id = s.partnership_id and s.side <> 'both';
alter table signal_series drop constraint signal_series_pkey, drop column side,
  add column side text not null generated always as (
    case when party_id is null then 'both' when party_id = workspace_id then 'host' else 'partner' end) stored,
  add column whose uuid not null generated always as (coalesce(party_id, partnership_id)) stored;
alter table signal_series add primary key (workspace_id, partnership_id, signal, whose);

-- Who let go first: the side, and the party where it is one.
alter table drift_finding add column first_party_id uuid;
update drift_finding f set first_party_id = case f.first_side when 'host' then f.workspace_id when 'partner' then p.organization_id end
  from partnership p where p.workspace_id = f.workspace_id and p.id = f.partnership_id and f.first_side in ('host', 'partner');
alter table drift_case add column first_party_id uuid;
update drift_case c set first_party_id = case c.first_side when 'host' then c.workspace_id when 'partner' then p.organization_id end
  from partnership p where p.workspace_id = c.workspace_id and p.id = c.partnership_id and c.first_side in ('host', 'partner');

-- Every table by its audience.
do $$
declare
  named record;
begin
  for named in select * from (values
    ('host', array['member','partner_user','invitation','import_run','import_error','import_mapping','signal_series','drift_finding',
      'drift_case','drift_scan','saved_view']),
    ('partnership', array['partnership','partnership_party','role_assignment','agreement','objective','commitment','occurrence',
      'evidence','deal','stale_partnership']),
    ('partnership with privacy', array['activity','measurement','note','event']),
    ('organization', array['organization','contact']),
    ('person', array['notification','notification_preference','idempotency_key'])) as audiences (audience, tables) loop
    perform protect(table_name::regclass, named.audience) from unnest(named.tables) as table_name;
  end loop;
end $$;
-- The ledger is append-only: no update, no delete, for anybody but the owner.
revoke update, delete on event from keelson_app;

-- Companies of one partnership know each other by name, and by nothing else.
create function companies_of(workspace uuid, partnerships uuid[]) returns table (partnership_id uuid, id uuid, name text)
  language plpgsql stable security definer set search_path = public as $$
begin
  return query
    select takes_part.partnership_id, o.id, o.name from (
      select p.id as partnership_id, p.organization_id from partnership p where p.workspace_id = workspace and p.id = any(partnerships)
      union
      select t.partnership_id, t.organization_id from partnership_party t where t.workspace_id = workspace and t.partnership_id = any(partnerships)
    ) takes_part
    join organization o on o.workspace_id = workspace and o.id = takes_part.organization_id
    where workspace = current_setting('app.workspace_id')::uuid and (current_setting('app.side') = 'host'
      or (current_setting('app.side') = 'partner'
        and takes_part.partnership_id = any(string_to_array(current_setting('app.partnerships'), ',')::uuid[])));
end $$;
revoke all on function companies_of(uuid, uuid[]) from public;
grant execute on function companies_of(uuid, uuid[]) to keelson_app;
