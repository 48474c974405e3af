import type { Id } from "#core/ids"
import { type Refusal, refuse } from "#core/refusal"
import type { WorkspaceTx } from "./tx.ts"

/** What keeps another module's thing as it is for a time: an agreement that is being signed is not changed meanwhile. */
export type Hold = Readonly<{
  /** The kind of thing: "agreement_draft". */
  of: string
  /** The code of the refusal of whoever would change it, which their endpoints name. */
  refusal: "being-signed"
  /** Those of these that are held now. */
  heldNow(tx: WorkspaceTx, ids: readonly Id[]): Promise<ReadonlySet<Id>>
}>

/** Whether these may be changed now, or what holds one of them. Ask with it locked: a hold begins under the same lock. */
export const decideUnheld = async (
  tx: WorkspaceTx,
  { contributed }: Readonly<{ contributed: Readonly<{ holds: readonly Hold[] }> }>,
  of: string,
  ids: readonly Id[],
): Promise<true | Refusal<Hold["refusal"]>> => {
  for (const hold of contributed.holds)
    if (hold.of === of && (await hold.heldNow(tx, ids)).size > 0) return refuse(hold.refusal)
  return true
}
