-- What time it is says whoever writes, not the database: the clock of the whole system can be moved, and a default cannot follow it.
-- A column that was left out so far is refused from now on instead of filled with another time.
alter table activity alter column recorded_at drop default;
alter table agreement alter column created_at drop default;
alter table agreement alter column updated_at drop default;
alter table commitment alter column created_at drop default;
alter table contact alter column created_at drop default;
alter table deal alter column recorded_at drop default;
alter table drift_case alter column opened_at drop default;
alter table drift_case alter column updated_at drop default;
alter table drift_scan alter column created_at drop default;
alter table event alter column recorded_at drop default;
alter table evidence alter column given_at drop default;
alter table idempotency_key alter column created_at drop default;
alter table import_mapping alter column updated_at drop default;
alter table import_run alter column created_at drop default;
alter table import_run alter column updated_at drop default;
alter table invitation alter column created_at drop default;
alter table measurement alter column recorded_at drop default;
alter table member alter column created_at drop default;
alter table note alter column created_at drop default;
alter table notification alter column created_at drop default;
alter table objective alter column created_at drop default;
alter table organization alter column created_at drop default;
alter table organization alter column updated_at drop default;
alter table partner_user alter column created_at drop default;
alter table partnership alter column created_at drop default;
alter table partnership alter column updated_at drop default;
alter table role_assignment alter column recorded_at drop default;
alter table saved_view alter column created_at drop default;
alter table stale_partnership alter column touched_at drop default;
alter table workspace alter column created_at drop default;
alter table identity.account alter column "createdAt" drop default;
alter table identity.session alter column "createdAt" drop default;
alter table identity."user" alter column "createdAt" drop default;
alter table identity."user" alter column "updatedAt" drop default;
alter table identity.verification alter column "createdAt" drop default;
alter table identity.verification alter column "updatedAt" drop default;

-- The queue's own default is the database's time; Keelson says of each job when it is to run.
create or replace function enqueue_job(task text, payload jsonb, run_at timestamptz, job_key text, max_attempts integer, queue text) returns void
  language sql security definer set search_path = graphile_worker, public as $$
  select graphile_worker.add_job(task, payload::json, queue_name := queue, run_at := run_at, max_attempts := max_attempts, job_key := job_key)
$$;

drop function create_workspace(uuid, text, text, text, text, text, boolean);
create function create_workspace(new_id uuid, new_slug text, new_name text, zone text, home_country text, home_currency text, demo boolean, made_at timestamptz)
  returns void language plpgsql security definer set search_path = public as $$
begin
  insert into workspace (id, slug, name, time_zone, country, currency, is_demo, created_at)
  values (new_id, new_slug, new_name, zone, home_country, home_currency, demo, made_at);
end $$;
revoke all on function create_workspace(uuid, text, text, text, text, text, boolean, timestamptz) from public;
grant execute on function create_workspace(uuid, text, text, text, text, text, boolean, timestamptz) to keelson_app;
