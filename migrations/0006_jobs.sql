-- Jobs are queued through the caller's transaction. The application's role may queue, and do nothing else to the queue.
create function enqueue_job(task text, payload jsonb, run_at timestamptz, job_key text, max_attempts integer, queue text) returns void
  language sql security definer set search_path = graphile_worker, public as $$
  select graphile_worker.add_job(task, payload::json, queue_name := queue, run_at := coalesce(run_at, now()), max_attempts := max_attempts, job_key := job_key)
$$;
revoke all on function enqueue_job(text, jsonb, timestamptz, text, integer, text) from public;
grant execute on function enqueue_job(text, jsonb, timestamptz, text, integer, text) to keelson_app;
