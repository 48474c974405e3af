import type { Id } from "#core/ids"
import { type Refusal, refuse } from "#core/refusal"
import type { WorkspaceTx } from "./tx.ts"

/** Whose way leads through: a company in a partnership. */
export type Passing = Readonly<{ partnershipId: Id; partyId: Id }>

/** What is closed to a company until something has been done: deals are registered once a step of an onboarding has opened that. */
export type Gate = Readonly<{
  /** What lies behind it. */
  of: "deal_registration"
  /** The code of the refusal of whoever would pass, which their endpoints name. */
  refusal: "not-opened-yet"
  /** What keeps it closed, by name; nothing while it is open. */
  closedBy(tx: WorkspaceTx, whose: Passing): Promise<readonly string[]>
}>

/** Whether a company may pass now, or what is still to be done before. */
export const decideOpened = async (
  tx: WorkspaceTx,
  { contributed }: Readonly<{ contributed: Readonly<{ gates: readonly Gate[] }> }>,
  of: Gate["of"],
  whose: Passing,
): Promise<true | Refusal<Gate["refusal"]>> => {
  for (const gate of contributed.gates) {
    const names = gate.of === of ? await gate.closedBy(tx, whose) : []
    if (names.length > 0) return refuse(gate.refusal, { names })
  }
  return true
}
