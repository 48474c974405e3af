import type { Id } from "#core/ids"
import { daysBetween, weekOf } from "#core/time"
import { importFinished, importUndone } from "#modules/imports"
import { workspaceChanged } from "#modules/workspaces"
import { newId } from "#platform/ids"
import { eventPayload, everyWorkspace, workspaceJob } from "#platform/jobs"
import { scanPayload } from "./contract.ts"
import { runScan } from "./scan.ts"
import { findScan, hasMovedBudget, insertScan, lastFullScan } from "./store/scans.ts"
import { countPartnerships } from "./store/subjects.ts"

/** One scan: the one that was asked for, or one of whatever changed. */
export const scan = workspaceJob({
  name: "drift.scan",
  payload: scanPayload,
  run: async ({ scanId }, { platform, system, transact, signal }) => {
    const wanted = scanId ?? (await transact(prepareScan))
    if (wanted !== undefined) await runScan(platform, system, wanted, signal)
  },
})

/** Scans of one workspace run one after the other. */
export const queueOf = (workspaceId: Id) => `drift:${workspaceId}`

/**
 * An import is waited for; what people record one by one is found by the visit, which no number of facts makes longer. Files
 * arrive in bursts; a scan half a minute later sees the burst as one.
 */
const imported = workspaceJob({
  name: "drift.imported",
  payload: eventPayload,
  on: [importFinished, importUndone],
  gatherSeconds: 30,
  run: ({ workspaceId }, { transact }) =>
    transact((tx) =>
      tx.enqueue(scan, { workspaceId }, { key: `drift.scan:${workspaceId}`, queue: queueOf(workspaceId) }),
    ),
})

/** Another budget of false alarms is another answer for everyone. The scan has the event's id, so that it is made once. */
const budgetChanged = workspaceJob({
  name: "drift.budget-changed",
  payload: eventPayload,
  on: [workspaceChanged],
  run: ({ workspaceId, eventId: id }, { transact }) =>
    transact(async (tx) => {
      if (!(await hasMovedBudget(tx, id)) || (await findScan(tx, id)) !== undefined) return
      const partnershipsTotal = await countPartnerships(tx, true)
      await insertScan(tx, { id, asOf: tx.today, isFull: true, partnershipsTotal, requestedBy: null })
      await tx.enqueue(scan, { workspaceId, scanId: id }, { queue: queueOf(workspaceId) })
    }),
})

/** Looks in every minute: judges everything when a week has ended since the last time, else what changed. */
const visit = everyWorkspace({
  name: "drift.visit",
  cron: "* * * * *",
  visit: ({ system: { workspaceId }, transact }) =>
    transact(async (tx) => {
      const last = await lastFullScan(tx)
      const isWeekOver = last === undefined || daysBetween(weekOf(last), tx.today) >= 7
      if (isWeekOver || (await countPartnerships(tx, false)) > 0)
        await tx.enqueue(scan, { workspaceId }, { key: `drift.scan:${workspaceId}`, queue: queueOf(workspaceId) })
    }),
})

/** A new scan where one is needed: full once a week, when the week's last day has passed. */
const prepareScan = async (tx: Parameters<typeof insertScan>[0]): Promise<Id | undefined> => {
  const last = await lastFullScan(tx)
  const isFull = last === undefined || daysBetween(weekOf(last), tx.today) >= 7
  const partnershipsTotal = await countPartnerships(tx, isFull)
  if (partnershipsTotal === 0) return undefined
  return (await insertScan(tx, { id: newId(), asOf: tx.today, isFull, partnershipsTotal, requestedBy: null })).id
}

export const jobs = [scan, imported, budgetChanged, visit]
