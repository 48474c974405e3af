import type { News } from "#platform/news"
import type { WorkspaceTx } from "#platform/tx"
import { approvalClosed, approvalEscalated, approvalReached, approvalReminded } from "./events.ts"
import { administratorsOf, openSeatsOf } from "./rules.ts"
import { nameOf, readScene, seatsNow } from "./scene.ts"
import * as store from "./store.ts"
import { waitingSince } from "./waiting.ts"

/** Whoever may answer now and has not. */
const awaited = async (tx: WorkspaceTx, row: store.ApprovalRow): Promise<readonly string[]> => {
  const seats = seatsNow(tx, await readScene(tx, [row]), row)
  const answers = (await store.answersTo(tx, [row.id])).filter(({ step }) => step === row.step)
  const people = [...new Set(seats.flatMap(({ answerers }) => answerers))]
  return people.filter((userId) => openSeatsOf(userId, seats, answers).length > 0)
}

const sinceOf = async (tx: WorkspaceTx, row: store.ApprovalRow) => ({
  since: (await waitingSince(tx, [row])).get(row.id) ?? null,
})

const stillWaiting = async (tx: WorkspaceTx, id: unknown): Promise<store.ApprovalRow | undefined> => {
  const row = typeof id === "string" ? await store.findApproval(tx, id) : undefined
  return row?.state === "waiting" ? row : undefined
}

/** Asked before it is mailed: it may have been answered, gone to its next step, or to somebody else's desk meanwhile. */
const isStillMine: News["isStillThere"] = async (tx, { approvalId, step }) => {
  const row = await stillWaiting(tx, approvalId)
  // News of an earlier release does not say which step.
  if (!row || (step !== undefined && step !== row.step)) return false
  return (await awaited(tx, row)).includes(tx.actor.userId ?? "")
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
  isStillThere: isStillMine,
}

/** The same people once more, when they have let it wait. */
const reminded: News = {
  kind: "approval_reminded",
  readers: ["host"],
  usual: { inApp: true, mail: "instant" },
  on: approvalReminded,
  noticesOf: toAwaited("approval_reminded", sinceOf),
  isStillThere: isStillMine,
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
    const people = (await awaited(tx, row)).flatMap((userId) => nameOf(scene, userId) ?? []).join(", ")
    const { id, partnershipId, step, title } = row
    const payload = { approvalId: id, step, title, people, ...(await sinceOf(tx, row)) }
    return administratorsOf(scene.people)
      .filter((userId) => userId !== row.askedBy)
      .map((userId) => ({
        ...{ userId, partnershipId, dedupeKey: `approval_escalated ${id} ${step} ${userId}` },
        payload,
      }))
  },
  isStillThere: async (tx, { approvalId, step }) => (await stillWaiting(tx, approvalId))?.step === step,
}

const closed: News = {
  kind: "approval_closed",
  readers: ["host"],
  usual: { inApp: true, mail: "instant" },
  on: approvalClosed,
  noticesOf: async (tx, { subjectId }) => {
    const row = await store.findApproval(tx, subjectId)
    if (!row || row.state === "waiting" || row.state === "withdrawn") return []
    return [
      {
        ...{ userId: row.askedBy, partnershipId: row.partnershipId, dedupeKey: `approval_closed ${row.id}` },
        payload: { approvalId: row.id, title: row.title, state: row.state },
      },
    ]
  },
}

export const news = [wanted, reminded, escalated, closed]
