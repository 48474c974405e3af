import type { System } from "#core/actor"
import { clockBreached, clockWarned, findClockOf, holderOf } from "#modules/clocks"
import { listMembers } from "#modules/workspaces"
import type { Heard, News, Notice } from "#platform/news"
import type { Tx } from "#platform/tx"
import { deals } from "./store.ts"

/** Later it helps nobody: a server that was away for a week, or a registration entered long after, floods no one. */
const toldWithinMs = 3 * 86_400_000

/** The registration a clock is about, for whoever looks after the partnership, while it still waits for us. */
const noticesFor =
  (kind: string) =>
  async (tx: Tx<System>, { subjectId }: Heard): Promise<readonly Notice[]> => {
    const clock = await findClockOf(tx, subjectId)
    if (clock?.subjectKind !== "deal" || clock.dueAt === null) return []
    if (clock.stoppedAt !== null || clock.cancelledAt !== null) return []
    if (clock.dueAt < clock.madeAt || Date.parse(tx.now) - Date.parse(clock.dueAt) > toldWithinMs) return []
    const deal = await deals.find(tx, clock.subjectId)
    if (!deal || deal.retractedAt !== null) return []
    const payload = { dealId: deal.id, title: deal.name, dueAt: clock.dueAt }
    // Whoever it was handed over to; whoever looks after the partnership where that is nobody in particular.
    const memberId = holderOf(clock)?.memberId
    const holder = memberId
      ? (await listMembers(tx)).find(({ id, deactivatedAt }) => id === memberId && !deactivatedAt)
      : undefined
    const to = holder ? { userId: holder.userId } : {}
    return [{ ...to, partnershipId: clock.partnershipId, dedupeKey: `${kind} ${clock.id} ${clock.dueAt}`, payload }]
  }

/** A registration whose time is nearly over. */
const answerDueSoon: News = {
  kind: "deal_answer_due_soon",
  readers: ["host"],
  usual: { inApp: true, mail: "instant" },
  on: clockWarned,
  noticesOf: noticesFor("deal_answer_due_soon"),
  sentence: ({ partnershipName, payload }) =>
    `${partnershipName} waits for our answer to "${payload["title"]}": it is due at ${momentText(payload["dueAt"])}.`,
  because: "you own a partnership in which a registration waits for our answer",
}

/** One that we did not answer in time. */
const answerLate: News = {
  kind: "deal_answer_late",
  readers: ["host"],
  usual: { inApp: true, mail: "instant" },
  on: clockBreached,
  noticesOf: noticesFor("deal_answer_late"),
  sentence: ({ partnershipName, payload }) =>
    `Late: our answer to "${payload["title"]}" of ${partnershipName} was due at ${momentText(payload["dueAt"])}.`,
  because: "you own a partnership in which a registration was not answered in time",
}

/** The same instant for everybody: a mail does not know where it is read. */
const momentText = (at: unknown): string => `${String(at).slice(0, 16).replace("T", " ")} UTC`

export const news = [answerDueSoon, answerLate]
