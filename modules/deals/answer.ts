import type { Id } from "#core/ids"
import { answeredOn, askedOn, cancelClock, resumeClock, startClock, stopClock, voidClocks } from "#modules/clocks"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import { clockMoveOf, type RecordedMove, recordedTime } from "./rules.ts"
import { type DealRow, deals, withClock } from "./store.ts"

/** What the host promises every registration: an answer in time. */
export const answerPromise = "deal_answer"

const refOf = ({ id }: Pick<DealRow, "id">) => ({ promise: answerPromise, subjectKind: "deal", subjectId: id }) as const

/** From a partner's registration on, time runs for the host. */
export const startAnswer = async (
  tx: WorkspaceTx,
  deal: DealRow,
  time: Exclude<ReturnType<typeof recordedTime>, string> = { startedAt: deal.registeredAt, questions: [] },
): Promise<void> => {
  const { partnershipId, registeredBy } = deal
  if (registeredBy !== "partner") return
  await startClock(tx, { ...refOf(deal), partnershipId, partyId: tx.actor.workspaceId }, time)
}

/** Begins the time of a registration that waits and has none, as far as the record says when it ran; else it says what is not known. */
export const startRecordedAnswer = async (tx: WorkspaceTx, deal: DealRow, moves: readonly RecordedMove[]) => {
  const time = deal.registeredTo === null && deal.importId !== null ? "registration" : recordedTime(deal, moves)
  if (typeof time === "string") await deals.save(tx, deal.id, { unclocked: time })
  else await startAnswer(tx, deal, time)
}

/** What a move of the deal means for the time that runs. */
export const moveAnswerClock = async (tx: WorkspaceTx, before: DealRow, after: DealRow): Promise<void> => {
  const ref = refOf(after)
  switch (clockMoveOf(before.state, after.state)) {
    case "start":
      // A draft begins to wait when it is sent, however long it lay.
      return startAnswer(tx, after, { startedAt: tx.now, questions: [] })
    case "ask":
      await askedOn(tx, ref, newId())
      return
    case "answered":
      await answeredOn(tx, ref)
      return
    case "stop":
      return stopClock(tx, ref)
    case "cancel":
      await cancelClock(tx, ref)
  }
}

/** The same of many, where a file says that they were answered elsewhere: nobody knows when, so it counts as neither in time nor late. */
export const voidAnswers = async (tx: WorkspaceTx, ids: readonly Id[]): Promise<void> => {
  for (const id of await withClock(tx, ids)) await voidAnswer(tx, { id })
}

/** What a file had said was answered elsewhere waits again: its time goes on from where it was. */
export const resumeAnswers = async (tx: WorkspaceTx, ids: readonly Id[]): Promise<void> => {
  for (const id of ids) await resumeClock(tx, refOf({ id }))
}

/** A registration that was recorded wrongly is not waited for, and was answered neither in time nor late. */
export const voidAnswer = (tx: WorkspaceTx, deal: Pick<DealRow, "id">): Promise<void> => voidClocks(tx, refOf(deal))
