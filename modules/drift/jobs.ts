import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import { daysBetween, weekOf } from "#core/time"
import { allWorkspaces } from "#modules/workspaces"
import { newId } from "#platform/ids"
import { eventPayload, job } from "#platform/jobs"
import { scanPayload, visitPayload } from "./contract.ts"
import { runScan } from "./scan.ts"
import { findScan, hasMovedBudget, insertScan, lastFullScan } from "./store/scans.ts"
import { countPartnerships } from "./store/subjects.ts"

const systemOf = (workspaceId: Id, timeZone: string): System => ({
  kind: "system",
  side: "host",
  workspaceId,
  timeZone,
  job: "drift.scan",
})

/** Files arrive in bursts; a scan this many seconds later sees the burst as one. */
const debounceSeconds = 30

/** An import is waited for; what people record one by one is found by the visit, which no number of facts makes longer. */
const imported = job({
  name: "drift.imported",
  payload: eventPayload,
  listensTo: ["import.finished", "import.undone"],
  run: async ({ workspaceId }, { platform }) => {
    const bucket = Math.ceil(Date.parse(platform.clock.now()) / (debounceSeconds * 1_000))
    await platform.transact(systemOf(workspaceId, "UTC"), (tx) =>
      // One job per half minute, not one pushed ahead for ever by a steady stream of files.
      tx.enqueue(
        "drift.scan",
        { workspaceId },
        {
          key: `drift.scan:${workspaceId}:${bucket}`,
          runAt: new Date(bucket * debounceSeconds * 1_000).toISOString(),
          queue: `drift:${workspaceId}`,
        },
      ),
    )
  },
})

/** One scan: the one that was asked for, or one of whatever changed. */
const scan = job({
  name: "drift.scan",
  payload: scanPayload,
  run: async ({ workspaceId, scanId }, { platform, signal }) => {
    const workspaces = await platform.transact({ kind: "anonymous" }, allWorkspaces)
    const workspace = workspaces.find(({ id }) => id === workspaceId)
    if (!workspace) return
    const system = systemOf(workspaceId, workspace.timeZone)
    const wanted = scanId ?? (await platform.transact(system, prepareScan))
    if (wanted !== undefined) await runScan(platform, system, wanted, signal)
  },
})

/** Another budget of false alarms is another answer for everyone. The scan has the event's id, so that it is made once. */
const budgetChanged = job({
  name: "drift.budget-changed",
  payload: eventPayload,
  listensTo: ["workspace.changed"],
  run: async ({ workspaceId, eventId: id }, { platform }) => {
    const workspaces = await platform.transact({ kind: "anonymous" }, allWorkspaces)
    const timeZone = workspaces.find((each) => each.id === workspaceId)?.timeZone
    if (timeZone === undefined) return
    await platform.transact(systemOf(workspaceId, timeZone), async (tx) => {
      if (!(await hasMovedBudget(tx, id)) || (await findScan(tx, id)) !== undefined) return
      const partnershipsTotal = await countPartnerships(tx, true)
      await insertScan(tx, { id, asOf: tx.today, isFull: true, partnershipsTotal, requestedBy: null })
      await tx.enqueue("drift.scan", { workspaceId, scanId: id }, { queue: `drift:${workspaceId}` })
    })
  },
})

/** Looks in every minute: judges everything when a week has ended since the last time, else what changed. */
const visit = job({
  name: "drift.visit",
  payload: visitPayload,
  cron: "* * * * *",
  run: async (_payload, { platform }) => {
    for (const { id, timeZone } of await platform.transact({ kind: "anonymous" }, allWorkspaces)) {
      await platform.transact(systemOf(id, timeZone), async (tx) => {
        const last = await lastFullScan(tx)
        const isWeekOver = last === undefined || daysBetween(weekOf(last), tx.today) >= 7
        if (isWeekOver || (await countPartnerships(tx, false)) > 0)
          await tx.enqueue("drift.scan", { workspaceId: id }, { key: `drift.scan:${id}`, queue: `drift:${id}` })
      })
    }
  },
})

/** A new scan where one is needed: full once a week, when the week's last day has passed. */
const prepareScan = async (tx: Parameters<typeof insertScan>[0]): Promise<Id | undefined> => {
  const last = await lastFullScan(tx)
  const isFull = last === undefined || daysBetween(weekOf(last), tx.today) >= 7
  const partnershipsTotal = await countPartnerships(tx, isFull)
  if (partnershipsTotal === 0) return undefined
  return (await insertScan(tx, { id: newId(), asOf: tx.today, isFull, partnershipsTotal, requestedBy: null })).id
}

export const jobs = [imported, scan, budgetChanged, visit]
