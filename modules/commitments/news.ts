import type { News, Notice } from "#platform/news"
import { commitmentsTurned } from "./events.ts"
import { turnedAt } from "./store.ts"

/** Older turns are not told any more: a server that was away for a week must not flood anyone. */
const toldForDays = 3

const noticeOf = (kind: string, { partnershipId, id, title, owedBy, dueOn }: TurnedPromise): Notice => ({
  partnershipId,
  dedupeKey: `${kind} ${id} ${dueOn}`,
  payload: { occurrenceId: id, title, owedBy, dueOn },
})

type TurnedPromise = Awaited<ReturnType<typeof turnedAt>>[number]

/** Our promises that have become due, for whoever owns the partnership. */
const commitmentDue: News = {
  kind: "commitment_due",
  readers: ["host"],
  usual: { inApp: true, mail: "daily" },
  on: commitmentsTurned,
  noticesOf: async (tx, { recordedAt }) =>
    (await turnedAt(tx, "due", recordedAt, toldForDays))
      .filter(({ owedBy }) => owedBy === "host")
      .map((turned) => noticeOf("commitment_due", turned)),
}

/** Anybody's promise that was just missed. */
const commitmentMissed: News = {
  kind: "commitment_missed",
  readers: ["host"],
  usual: { inApp: true, mail: "daily" },
  on: commitmentsTurned,
  noticesOf: async (tx, { recordedAt }) =>
    (await turnedAt(tx, "missed", recordedAt, toldForDays)).map((turned) => noticeOf("commitment_missed", turned)),
}

export const news = [commitmentDue, commitmentMissed]
