import { voidApprovals } from "#modules/approvals"
import type { WorkspaceTx } from "#platform/tx"
import { appealSettled } from "./events.ts"
import { type AppealTerms, isSettledBy, type Outcome, usualAppeals } from "./rules.ts"
import * as store from "./store.ts"

/** What those who approve know an appeal by. */
export const appealSubject = "tier_appeal"

export const appealKind = "tier_appeal.decision"

/** How one appeals, by the terms under which an enrolment was looked at. */
export const appealTermsOf = (standing: store.KeptStanding | null): AppealTerms => standing?.appeals ?? usualAppeals

/** Ends an appeal that nobody has to decide any more, and what waits to be decided about it. */
const settle = async (tx: WorkspaceTx, { id, partnershipId, program, tierName }: store.AppealRow): Promise<void> => {
  await store.appeals.save(tx, id, { state: "settled", closedAt: tx.now })
  await tx.record(appealSettled, { subjectId: id, partnershipId, payload: { program, tier: tierName } })
  await voidApprovals(tx, appealSubject, id)
}

/** An evaluation has given what an open appeal asks for. */
export const settleByMovement = async (
  tx: WorkspaceTx,
  enrolmentId: string,
  moved: Readonly<{ tier: string | null; outcome: Outcome }>,
  tiers: readonly store.KeptTier[],
): Promise<void> => {
  if (moved.outcome !== "rises" && moved.outcome !== "recovers") return
  const open = await store.lockOpenAppeal(tx, enrolmentId)
  if (open && isSettledBy(open, moved, tiers)) await settle(tx, open)
}

/** A partnership leaves a program, or that ends: nothing is left that could be given back. */
export const settleByEnd = async (tx: WorkspaceTx, enrolmentId: string): Promise<void> => {
  const open = await store.lockOpenAppeal(tx, enrolmentId)
  if (open) await settle(tx, open)
}
