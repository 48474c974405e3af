import { z } from "zod"
import type { System } from "#core/actor"
import { allWorkspaces } from "#modules/workspaces"
import { job } from "#platform/jobs"
import { removeUpload } from "#platform/uploads"
import { queueWork } from "./importing/queueWork.ts"
import { workOn } from "./importing/work.ts"
import { abandonedBefore } from "./rules.ts"
import { claimWork, deleteAbandoned, findRun, runsInWork } from "./store.ts"

const systemIn = (workspaceId: string, timeZone: string, userId?: string | null): System => ({
  kind: "system",
  side: "host",
  workspaceId,
  timeZone,
  job: "imports",
  ...(userId && { userId }),
})

/** Checks, imports or undoes one file, whatever its state asks for. */
const work = job({
  name: "imports.work",
  payload: z.object({ workspaceId: z.uuid(), importId: z.uuid() }),
  run: async ({ workspaceId, importId }, { platform, signal }) => {
    const workspace = (await platform.transact({ kind: "anonymous" }, allWorkspaces)).find(
      ({ id }) => id === workspaceId,
    )
    if (!workspace) return
    const anyone = systemIn(workspaceId, workspace.timeZone)
    const run = await platform.transact(anyone, (tx) => findRun(tx, importId))
    if (!run) return
    const system = systemIn(workspaceId, workspace.timeZone, run.createdBy)
    if ((await workOn(platform, system, importId, { signal })) === "busy")
      await platform.transact(system, (tx) =>
        queueWork(tx, importId, new Date(Date.parse(tx.now) + 2_000).toISOString()),
      )
  },
})

/**
 * Goes on with what a killed server left: a run in work that nobody works on gets a new job. The queue would wait hours for
 * the dead worker's job; the lock that every worker holds shows at once that nobody has it.
 */
const resume = job({
  name: "imports.resume",
  payload: z.unknown(),
  cron: "* * * * *",
  atStart: true,
  run: async (_payload, { platform }) => {
    for (const { id, timeZone } of await platform.transact({ kind: "anonymous" }, allWorkspaces))
      await platform.transact(systemIn(id, timeZone), async (tx) => {
        for (const run of await runsInWork(tx)) if (await claimWork(tx, run.id)) await queueWork(tx, run.id)
      })
  },
})

/** Forgets files that were uploaded and never imported: what nobody needs should not lie about. */
const sweep = job({
  name: "imports.sweep",
  payload: z.unknown(),
  cron: "40 2 * * *",
  run: async (_payload, { platform }) => {
    for (const { id, timeZone } of await platform.transact({ kind: "anonymous" }, allWorkspaces)) {
      const files = await platform.transact(systemIn(id, timeZone), (tx) =>
        deleteAbandoned(tx, abandonedBefore(tx.now)),
      )
      await Promise.all(files.map(removeUpload))
    }
  },
})

export const jobs = [work, resume, sweep]
