import type { z } from "zod"
import type { Instant } from "#core/time"
import type { Queries } from "./database.ts"
import { sql } from "./database.ts"
import type { JobOptions, Task } from "./tx.ts"

/** Queues a job through the caller's transaction: it exists when, and only when, that transaction commits. */
export const enqueue = async <S extends z.ZodType>(
  db: Queries,
  { name }: Task<S>,
  payload: z.input<S>,
  options: JobOptions & { runAt: Instant },
): Promise<void> => {
  await sql`select enqueue_job(${name}, ${JSON.stringify(payload)}::jsonb, ${options.runAt}::timestamptz,
    ${options.key ?? null}, ${options.maxAttempts ?? 25}, ${options.queue ?? null})`.execute(db)
}
