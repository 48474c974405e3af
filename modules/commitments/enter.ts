import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
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
  await store.moveEnd(tx, agreementId, before, after)
  if (after !== null) await store.dropUpcomingAfter(tx, agreementId, after)
  await tellPromisedTimes(tx, agreementId)
}

/** The agreement ends early: nothing falls due after that day. */
export const endCommitmentsOf = async (tx: WorkspaceTx, agreementId: Id, endsOn: PlainDate): Promise<void> => {
  await store.endCommitments(tx, agreementId, endsOn)
  await store.dropUpcomingAfter(tx, agreementId, endsOn)
  await tellPromisedTimes(tx, agreementId)
}
