import type { PlainDate } from "#core/time"
import { dateIn, hourIn } from "#core/time"
import { findWorkspace } from "#modules/workspaces"
import { workdaysOf } from "#platform/business-calendar"
import { everyWorkspace } from "#platform/jobs"
import type { WorkspaceTx } from "#platform/tx"
import { approvalEscalated, approvalReminded } from "./events.ts"
import { overdueTelling } from "./rules.ts"
import * as store from "./store.ts"

/**
 * The day since which the step that each has reached waits. What was asked before steps kept that moment knows it by the answer that
 * brought it there.
 */
export const waitingSince = async (
  tx: WorkspaceTx,
  rows: readonly store.ApprovalRow[],
): Promise<ReadonlyMap<string, PlainDate>> => {
  const unknown = rows.filter(({ reachedAt }) => reachedAt === null)
  const answers = await store.answersTo(
    tx,
    unknown.map(({ id }) => id),
  )
  const before = (row: store.ApprovalRow) =>
    answers.findLast(({ approvalId, step }) => approvalId === row.id && step < row.step)?.answeredAt
  return new Map(
    rows.map((row) => [row.id, dateIn(tx.actor.timeZone, row.reachedAt ?? before(row) ?? row.askedAt)] as const),
  )
}

/** Which of these are due to be told of now, and what. */
const dueNow = async (tx: WorkspaceTx, rows: readonly store.ApprovalRow[]) => {
  const isWorkday = workdaysOf((await findWorkspace(tx))?.country)
  const days = await waitingSince(tx, rows)
  const now = { today: tx.today, hour: hourIn(tx.actor.timeZone, tx.now), isWorkday }
  return rows.flatMap(({ id, askedAt, remindedAt, escalatedAt }) => {
    const since = days.get(id) ?? dateIn(tx.actor.timeZone, askedAt)
    const telling = overdueTelling({ since, isReminded: remindedAt !== null, isEscalated: escalatedAt !== null }, now)
    return telling === undefined ? [] : [{ id, telling, since }]
  })
}

/** Looks again under a lock: it may have been answered, or told by another worker, meanwhile. */
const tellOf = async (tx: WorkspaceTx, id: string): Promise<void> => {
  const row = await store.lockApproval(tx, id)
  if (row?.state !== "waiting") return
  for (const { telling, since } of await dueNow(tx, [row])) {
    const { kind, title, partnershipId, steps, step } = row
    await store.saveApproval(tx, id, telling === "remind" ? { remindedAt: tx.now } : { escalatedAt: tx.now })
    const payload = { kind, title, step: steps[step]?.name ?? "", since }
    await tx.record(telling === "remind" ? approvalReminded : approvalEscalated, {
      subjectId: id,
      partnershipId,
      payload,
    })
  }
}

/** Looks every hour, because morning comes to each workspace at its own time; one transaction for each that is due. */
export const remindOfWaiting = everyWorkspace({
  name: "approvals.remind",
  cron: "20 * * * *",
  visit: async ({ transact, signal }) => {
    const due = await transact(async (tx) => dueNow(tx, await store.waitingApprovals(tx)))
    for (const { id } of due) if (!signal.aborted) await transact((tx) => tellOf(tx, id))
  },
})
