import type { WorkspaceTx } from "#platform/tx"
import { partnershipMoved } from "./events.ts"
import type { Stage } from "./rules.ts"
import { moveVisibility } from "./rules.ts"
import * as store from "./store.ts"

type Moving = Readonly<{ id: string; stage: string }>

/** Writes down that a partnership, which is locked, is in another stage now, and that it moved there. Whether it may is asked before. */
export const moveTo = async (
  tx: WorkspaceTx,
  { id, stage }: Moving,
  to: Stage,
  reason?: string | undefined,
): Promise<void> => {
  const from = stage as Stage
  await store.partnerships.save(tx, id, { stage: to, endedOn: to === "ended" ? tx.today : null })
  await tx.record(partnershipMoved, {
    ...{ subjectId: id, partnershipId: id, visibility: moveVisibility({ from, to }) },
    payload: { from, to, ...(reason === undefined ? {} : { reason }) },
  })
}
