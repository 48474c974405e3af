import { idsIn, type News, type Notice } from "#platform/news"
import { commitmentsTurned, proposalRefused, proposalWithdrawn, proposed, reAgreed, waived } from "./events.ts"
import * as store from "./store.ts"
import { turnedAt } from "./store.ts"
import { whoConfirms } from "./whoConfirms.ts"

/** Older turns are not told any more: a server that was away for a week must not flood anyone. */
const toldForDays = 3

const noticeOf = (kind: string, { partnershipId, id, commitmentId, title, owedBy, dueOn }: TurnedPromise): Notice => ({
  partnershipId,
  dedupeKey: `${kind} ${id} ${dueOn}`,
  payload: { occurrenceId: id, commitmentId, title, owedBy, dueOn },
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

/** The other party asks for a new day or a waiver: for whoever answers, until somebody has. A mail with a link asks them already. */
const commitmentProposed: News = {
  kind: "commitment_proposed",
  readers: ["host", "partner"],
  usual: { inApp: true, mail: "none" },
  on: proposed,
  noticesOf: async (tx, { subjectId }) => {
    const row = await store.findOccurrence(tx, subjectId)
    if (row?.asked?.state !== "open") return []
    const { id, commitmentId, partnershipId, title, owedBy, dueOn, asked } = row
    const payload = { occurrenceId: id, proposalId: asked.id, commitmentId, title, owedBy, dueOn }
    const people = (await whoConfirms(tx, row)).flatMap(({ userId }) => userId ?? [])
    return people.map((userId) => ({ userId, partnershipId, dedupeKey: `commitment_proposed ${asked.id}`, payload }))
  },
  areStillThere: async (tx, payloads) => {
    const open = new Set<unknown>(await store.openAmong(tx, idsIn(payloads, "proposalId")))
    return payloads.map(({ proposalId }) => open.has(proposalId))
  },
  endsWith: { on: [waived, reAgreed, proposalRefused, proposalWithdrawn], by: "occurrenceId" },
}

/** What the other party said to what one has proposed. */
const commitmentAnswered: News = {
  kind: "commitment_answered",
  readers: ["host", "partner"],
  usual: { inApp: true, mail: "daily" },
  on: [waived, reAgreed, proposalRefused],
  noticesOf: async (tx, { subjectId, recordedAt }) => {
    const row = await store.findOccurrence(tx, subjectId)
    const answered = row && (await store.answeredAt(tx, row.id, recordedAt))
    if (!row || !answered?.proposedBy) return []
    const { id, commitmentId, partnershipId, title, dueOn } = row
    return [
      {
        ...{
          userId: answered.proposedBy,
          partnershipId,
          dedupeKey: `commitment_answered ${answered.id} ${recordedAt}`,
        },
        payload: { occurrenceId: id, commitmentId, title, dueOn, state: answered.state },
      },
    ]
  },
}

export const news = [commitmentDue, commitmentMissed, commitmentProposed, commitmentAnswered]
