import type { PlainDate } from "#core/time"
import type { Row } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import { partnershipChanged, partnershipMoved } from "./events.ts"
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

/** Writes down the day on which a partnership began, where nobody has said one. */
export const beginOn = async (
  tx: WorkspaceTx,
  before: Row<typeof store.partnerships>,
  startedOn: PlainDate | undefined,
): Promise<void> => {
  if (before.startedOn !== null || startedOn === undefined) return
  const after = await store.partnerships.save(tx, before.id, { startedOn })
  await tx.record(partnershipChanged, {
    ...{ subjectId: before.id, partnershipId: before.id, payload: { before, after } },
  })
}
