import type { Queries } from "./database.ts"
import { sql } from "./database.ts"
import type { JobOptions } from "./tx.ts"

/** Queues a job through the caller's transaction: it exists when, and only when, that transaction commits. */
export const enqueue = async (
  db: Queries,
  task: string,
  payload: Readonly<Record<string, unknown>>,
  options: JobOptions = {},
): Promise<void> => {
  await sql`select enqueue_job(${task}, ${JSON.stringify(payload)}::jsonb, ${options.runAt ?? null}::timestamptz,
    ${options.key ?? null}, ${options.maxAttempts ?? 25}, ${options.queue ?? null})`.execute(db)
}
