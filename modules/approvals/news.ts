import type { News } from "#platform/news"
import { approvalClosed, approvalReached } from "./events.ts"
import { openSeatsOf } from "./rules.ts"
import { readScene, seatsNow } from "./scene.ts"
import * as store from "./store.ts"

/** Whoever may answer now, each once for each step. */
const wanted: News = {
  kind: "approval_wanted",
  readers: ["host"],
  usual: { inApp: true, mail: "instant" },
  on: approvalReached,
  noticesOf: async (tx, { subjectId }) => {
    const row = await store.findApproval(tx, subjectId)
    if (row?.state !== "waiting") return []
    const seats = seatsNow(tx, await readScene(tx, [row]), row)
    const answers = (await store.answersTo(tx, [row.id])).filter(({ step }) => step === row.step)
    const people = [...new Set(seats.flatMap(({ answerers }) => answerers))]
    return people
      .filter((userId) => openSeatsOf(userId, seats, answers).length > 0)
      .map((userId) => ({
        ...{ userId, partnershipId: row.partnershipId, dedupeKey: `approval_wanted ${row.id} ${row.step} ${userId}` },
        payload: { approvalId: row.id, title: row.title, askedBy: row.askedByName },
      }))
  },
  sentence: ({ partnershipName, payload }) =>
    `${payload.askedBy} asks for your approval: "${payload.title}", with ${partnershipName}.`,
  because: "something waits for your approval",
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
  sentence: ({ partnershipName, payload }) =>
    `What you asked for is ${payload.state}: "${payload.title}", with ${partnershipName}.`,
  because: "you asked for an approval",
}

export const news = [wanted, closed]
