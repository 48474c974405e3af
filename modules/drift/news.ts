import type { News } from "#platform/news"
import { caseOpened } from "./events.ts"
import { type Clause, headlineOf } from "./rules.ts"
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
    const { id, partnershipId, finding, cause } = opened
    const payload = { caseId: id, ...toldOf(headlineOf(finding)), cause }
    return [{ partnershipId, dedupeKey: `drift_case_opened ${id}`, payload }]
  },
}

/** The headline as the words of a mail ask for it: `state` chooses among them. Who has fallen silent is not called drifting. */
const toldOf = (headline: readonly Clause[]) => {
  const silent = headline.flatMap((one) => (one.key === "silent-since" ? [one] : []))[0]
  if (silent) return { silentSince: silent.date, state: "silent" }
  const lately = headline.find((one) => one.key === "changed-lately")
  if (lately) return { since: lately.since, state: "undated" }
  const [began] = headline.flatMap((one) => (one.key === "drifting-since" || one.key === "short-since" ? [one] : []))
  const side = headline.find((one) => one.key === "first-side")?.side
  const state = began?.key === "short-since" ? "short" : side === "undetermined" ? undefined : side
  return { onsetOn: began?.date, firstSide: side, state }
}

export const news = [driftCaseOpened]
