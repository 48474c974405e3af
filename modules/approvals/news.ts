import { idsIn, type News, type Payload } from "#platform/news"
import type { WorkspaceTx } from "#platform/tx"
import { approvalClosed, approvalEscalated, approvalReached, approvalReminded } from "./events.ts"
import { administratorsOf, openSeatsOf } from "./rules.ts"
import { nameOf, readScene, seatsNow } from "./scene.ts"
import * as store from "./store.ts"
import { waitingSince } from "./waiting.ts"

/** Of each of these, whoever may answer now and has not. */
const awaitedOf = async (tx: WorkspaceTx, rows: readonly store.ApprovalRow[]) => {
  const scene = await readScene(tx, rows)
  const all = await store.answersTo(
    tx,
    rows.map(({ id }) => id),
  )
  return (row: store.ApprovalRow): readonly string[] => {
    const seats = seatsNow(tx, scene, row)
    const answers = all.filter(({ approvalId, step }) => approvalId === row.id && step === row.step)
    const people = [...new Set(seats.flatMap(({ answerers }) => answerers))]
    return people.filter((userId) => openSeatsOf(userId, seats, answers).length > 0)
  }
}
const awaited = async (tx: WorkspaceTx, row: store.ApprovalRow) => (await awaitedOf(tx, [row]))(row)

const sinceOf = async (tx: WorkspaceTx, row: store.ApprovalRow) => ({
  since: (await waitingSince(tx, [row])).get(row.id) ?? null,
})

const stillWaiting = async (tx: WorkspaceTx, id: unknown): Promise<store.ApprovalRow | undefined> => {
  const row = typeof id === "string" ? await store.findApproval(tx, id) : undefined
  return row?.state === "waiting" ? row : undefined
}

/** The approvals that these are about and that still wait, by id. */
const waitingAmong = async (tx: WorkspaceTx, payloads: readonly Payload[]) => {
  const rows = await store.approvalsById(tx, idsIn(payloads, "approvalId"))
  return new Map(rows.filter(({ state }) => state === "waiting").map((row) => [row.id as unknown, row]))
}

/** It may have been answered, gone to its next step, or to somebody else's desk meanwhile. */
const areStillMine: News["areStillThere"] = async (tx, payloads) => {
  const rowOf = await waitingAmong(tx, payloads)
  if (rowOf.size === 0) return payloads.map(() => false)
  const awaitedBy = await awaitedOf(tx, [...rowOf.values()])
  return payloads.map(({ approvalId, step }) => {
    const row = rowOf.get(approvalId)
    // News of an earlier release does not say which step.
    if (!row || (step !== undefined && step !== row.step)) return false
    return awaitedBy(row).includes(tx.actor.userId ?? "")
  })
}

const toAwaited =
  (
    kind: string,
    more: (tx: WorkspaceTx, row: store.ApprovalRow) => object | Promise<object>,
  ): NonNullable<News["noticesOf"]> =>
  async (tx, { subjectId }) => {
    const row = await stillWaiting(tx, subjectId)
    if (!row) return []
    const { id, partnershipId, step, title, askedByName } = row
    const also = await more(tx, row)
    return (await awaited(tx, row)).map((userId) => ({
      ...{ userId, partnershipId, dedupeKey: `${kind} ${id} ${step} ${userId}` },
      payload: { approvalId: id, step, title, askedBy: askedByName, ...also },
    }))
  }

/** Whoever may answer now, each once for each step. */
const wanted: News = {
  kind: "approval_wanted",
  readers: ["host"],
  usual: { inApp: true, mail: "instant" },
  on: approvalReached,
  noticesOf: toAwaited("approval_wanted", () => ({})),
  areStillThere: areStillMine,
}

/** The same people once more, when they have let it wait. */
const reminded: News = {
  kind: "approval_reminded",
  readers: ["host"],
  usual: { inApp: true, mail: "instant" },
  on: approvalReminded,
  noticesOf: toAwaited("approval_reminded", sinceOf),
  areStillThere: areStillMine,
}

/** Owners and admins, who can name a deputy or another approver; not whoever asked, who knows that it waits. */
const escalated: News = {
  kind: "approval_escalated",
  readers: ["host"],
  usual: { inApp: true, mail: "instant" },
  on: approvalEscalated,
  noticesOf: async (tx, { subjectId }) => {
    const row = await stillWaiting(tx, subjectId)
    if (!row) return []
    const scene = await readScene(tx, [row])
    const people = (await awaited(tx, row)).flatMap((userId) => nameOf(scene, userId) ?? [])
    const { id, partnershipId, step, title } = row
    const payload = { approvalId: id, step, title, people, ...(await sinceOf(tx, row)) }
    return administratorsOf(scene.people)
      .filter((userId) => userId !== row.askedBy)
      .map((userId) => ({
        ...{ userId, partnershipId, dedupeKey: `approval_escalated ${id} ${step} ${userId}` },
        payload,
      }))
  },
  areStillThere: async (tx, payloads) => {
    const rowOf = await waitingAmong(tx, payloads)
    return payloads.map(({ approvalId, step }) => rowOf.get(approvalId)?.step === step && rowOf.has(approvalId))
  },
}

const closed: News = {
  kind: "approval_closed",
  readers: ["host"],
  usual: { inApp: true, mail: "instant" },
  on: approvalClosed,
  noticesOf: async (tx, { subjectId }) => {
    const row = await store.findApproval(tx, subjectId)
    // A partner who asked hears of it from the module whose act it is.
    if (!row || row.askedByPartner || row.state === "waiting" || row.state === "withdrawn") return []
    return [
      {
        ...{ userId: row.askedBy, partnershipId: row.partnershipId, dedupeKey: `approval_closed ${row.id}` },
        payload: { approvalId: row.id, title: row.title, state: row.state },
      },
    ]
  },
}

export const news = [wanted, reminded, escalated, closed]
