import { approvalStanding, decideApproved as decideStanding, missingOf } from "#modules/approvals"
import type { ActPlatform } from "#platform/platform"
import type { WorkspaceTx } from "#platform/tx"
import type { DraftRow } from "../store.ts"
import { textSigned } from "./approvable.ts"

/** Whether the words of a draft, as they lie, have been approved by whoever the workspace's rule wants to approve them. */
export const decideApproved = async (
  tx: WorkspaceTx,
  { texts }: Pick<ActPlatform, "texts">,
  { id }: Pick<DraftRow, "id">,
) => {
  const standing = await approvalStanding(tx, texts, textSigned, id)
  return standing === undefined || decideStanding(missingOf(standing))
}
