import type { News } from "#platform/news"
import { caseOpened } from "./events.ts"
import { openedCase } from "./store.ts"

/** A partnership has begun to drift: its owner hears of it at once, while the case is open. */
const driftCaseOpened: News = {
  kind: "drift_case_opened",
  readers: ["host"],
  usual: { inApp: true, mail: "instant" },
  on: caseOpened,
  noticesOf: async (tx, { subjectId }) => {
    const opened = await openedCase(tx, subjectId)
    if (!opened) return []
    const { id, partnershipId, onset, changedSince, firstSide, cause } = opened
    const when = onset ? { onsetOn: onset.date } : { since: changedSince, state: "undated" }
    const payload = { caseId: id, ...when, firstSide, cause }
    return [{ partnershipId, dedupeKey: `drift_case_opened ${id}`, payload }]
  },
}

export const news = [driftCaseOpened]
