import type { System } from "#core/actor"
import { everyWorkspace, workspaceJob } from "#platform/jobs"
import type { Tx } from "#platform/tx"
import { queueWork } from "./importing/queueWork.ts"
import { workOn } from "./importing/work.ts"
import { findRun, isClaimed, runsInWork } from "./store.ts"
import { importWork } from "./tasks.ts"

/** Checks, imports or undoes one file, whatever its state asks for. */
const work = workspaceJob({
  ...importWork,
  run: async ({ importId }, { platform, system, transact, signal }) => {
    const run = await transact((tx) => findRun(tx, importId))
    if (!run) return
    const askedBy = run.askedBy ?? run.createdBy
    const asked: System = { ...system, ...(askedBy === null ? {} : { userId: askedBy }) }
    if ((await workOn(platform, asked, importId, { signal })) === "busy")
      await transact((tx) => queueWork(tx, importId, new Date(Date.parse(tx.now) + 2_000).toISOString()))
  },
})

/**
 * Goes on with what a killed server left: a run in work that nobody works on gets a new job. The queue would wait hours for
 * the dead worker's job; the lock that every worker holds shows at once that nobody has it.
 */
const resume = everyWorkspace({
  name: "imports.resume",
  cron: "* * * * *",
  atStart: true,
  visit: ({ transact }) => transact(queueUnattended),
})

const queueUnattended = async (tx: Tx<System>): Promise<void> => {
  for (const run of await runsInWork(tx)) if (!(await isClaimed(tx, run.id))) await queueWork(tx, run.id)
}

export const jobs = [work, resume]
