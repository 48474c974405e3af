import type { Id } from "#core/ids"
import { addDays, type PlainDate } from "#core/time"
import { findWorkspace } from "#modules/workspaces"
import { workdaysOf } from "#platform/business-calendar"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import { tellPromisedTimes } from "./answers.ts"
import { generateOccurrences } from "./generate.ts"
import * as store from "./store.ts"

export type Line = Omit<store.NewCommitment, "id" | "partnershipId" | "agreementId">

/** Enters what both sides promised, with the due days of the next half year. */
export const enterCommitments = async (
  tx: WorkspaceTx,
  of: Readonly<{ partnershipId: Id; agreementId: Id | null }>,
  lines: readonly Line[],
): Promise<readonly store.CommitmentRow[]> => {
  const commitments = await store.insertCommitments(
    tx,
    lines.map((line) => ({ id: newId(), ...of, ...line })),
  )
  const workspace = await findWorkspace(tx)
  await generateOccurrences(tx, commitments, workdaysOf(workspace?.country))
  if (of.agreementId !== null && lines.some(({ answers }) => answers != null))
    await tellPromisedTimes(tx, of.agreementId)
  return commitments
}

/** An agreement's last day moved: the promises that ran to its end run to the new one. */
export const moveCommitmentsEnd = async (
  tx: WorkspaceTx,
  agreementId: Id,
  before: PlainDate | null,
  after: PlainDate | null,
): Promise<void> => {
  const parted = await store.moveEnd(tx, agreementId, before, after)
  if (after !== null) await store.dropUpcomingAfter(tx, agreementId, after)
  await remakeParts(tx, parted, before)
  await tellPromisedTimes(tx, agreementId)
}

/** The agreement ends early: nothing falls due after that day. */
export const endCommitmentsOf = async (tx: WorkspaceTx, agreementId: Id, endsOn: PlainDate): Promise<void> => {
  const parted = await store.endCommitments(tx, agreementId, endsOn)
  await store.dropUpcomingAfter(tx, agreementId, endsOn)
  await remakeParts(tx, parted, null)
  await tellPromisedTimes(tx, agreementId)
}

/** Of those that ask for a share of a period, the part that the old end cut off goes, and the one that the new end cuts off is made. */
const remakeParts = async (tx: WorkspaceTx, ids: readonly Id[], before: PlainDate | null): Promise<void> => {
  if (ids.length === 0) return
  if (before !== null) await store.dropPartsAt(tx, ids, before)
  const rows = (await store.lockThese(tx, ids)).map((row) => ({
    ...row,
    occurrencesUntil: reachBefore(row, before, tx.today),
  }))
  await generateOccurrences(tx, rows, workdaysOf((await findWorkspace(tx))?.country))
}

/** Days are made anew from the earlier of both ends on, and none that has passed; what was not made yet is made as well. */
const reachBefore = (
  { occurrencesUntil, endsOn }: store.CommitmentRow,
  before: PlainDate | null,
  today: PlainDate,
): PlainDate | null => {
  const ends = [before, endsOn].filter((day) => day !== null).sort()
  const from = ends[0] !== undefined && ends[0] > today ? ends[0] : today
  const reach = addDays(from, -1)
  return occurrencesUntil === null || occurrencesUntil < reach ? occurrencesUntil : reach
}
