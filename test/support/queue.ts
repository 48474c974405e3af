import { modules } from "#modules-list"
import { sendMail } from "#platform/mail-job"
import { jobsOf } from "#platform/module"
import type { TestKeelson } from "./keelson.ts"
import { runAsOwner } from "./owner-connection.ts"

/** Runs what comes by the clock once, and then what is queued and follows from that, whenever it was meant for, to the end. */
export const runEverything = async ({ platform, ownerUrl }: TestKeelson): Promise<void> => {
  const jobs = [sendMail, ...jobsOf(modules, platform.contributed)]
  const run = async (name: string, payload: unknown): Promise<void> => {
    const found = jobs.find((each) => each.name === name)
    if (!found) throw new Error(`no job ${name}`)
    await found.run(found.payload.parse(payload) as never, {
      platform,
      log: platform.log,
      signal: new AbortController().signal,
    })
  }
  for (const { name, cron } of jobs) if (cron !== undefined) await run(name, {})
  for (;;) {
    const taken = await runAsOwner<{ name: string; payload: unknown }>(
      ownerUrl,
      `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
        where t.id = j.task_id returning t.identifier as name, j.payload`,
    )
    if (taken.length === 0) return
    for (const { name, payload } of taken) await run(name, payload)
  }
}
