import { idsIn, type News } from "#platform/news"
import {
  diligenceChanged,
  diligenceExpired,
  diligenceExpiring,
  diligenceNotNeeded,
  evidenceAccepted,
} from "./events.ts"
import { stillTurned, type Turn, whoHearsOf } from "./store.ts"

/** Each last day is told of once before it comes and once when it has passed, to whoever follows the item up. */
const ofTurn = (kind: string, turn: Turn, on: News["on"]): News => ({
  ...{ kind, on, readers: ["host"], usual: { inApp: true, mail: "daily" } },
  noticesOf: async (tx, { subjectId }) => {
    const told = await whoHearsOf(tx, subjectId, turn)
    if (!told) return []
    const { userIds, organizationId, name, asks, validThrough } = told
    return userIds.map((userId) => ({
      ...{ userId, partnershipId: null, dedupeKey: `${kind} ${subjectId} ${validThrough} ${userId}` },
      payload: { itemId: subjectId, organizationId, company: name, item: asks, on: validThrough },
    }))
  },
  areStillThere: async (tx, payloads) => {
    const there = await stillTurned(tx, idsIn(payloads, "itemId"), turn)
    return payloads.map(({ itemId, on: day }) => there.get(String(itemId)) === day)
  },
  endsWith: { on: [evidenceAccepted, diligenceNotNeeded, diligenceChanged], by: "itemId" },
  place: ({ organizationId }) => `/organizations/${organizationId}`,
})

export const news = [
  ofTurn("diligence_expiring", "expiring", diligenceExpiring),
  ofTurn("diligence_expired", "expired", diligenceExpired),
]
