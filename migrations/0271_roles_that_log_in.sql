-- The server logs in under roles that own nothing, and so nothing that is smuggled into a statement can become the owner by
-- SET ROLE NONE. The job queue gets a role of its own; what it may is given after the queue's own tables were brought forward.
do $$ begin
  if not exists (select from pg_roles where rolname = 'keelson_jobs') then create role keelson_jobs nologin; end if;
  execute format('grant keelson_jobs to %I', current_user);
end $$;
