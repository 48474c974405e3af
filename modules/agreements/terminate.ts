import type { PlainDate } from "#core/time"
import { endCommitmentsOf } from "#modules/commitments"
import type { Row } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import { agreementTerminated } from "./events.ts"
import { noticeReckoner } from "./noticeReckoner.ts"
import * as store from "./store.ts"

/** Ends an agreement that may be ended on that day: nothing falls due after it. */
export const terminate = async (
  tx: WorkspaceTx,
  before: Row<typeof store.agreements>,
  { endsOn, reason }: { endsOn: PlainDate; reason: string },
): Promise<void> => {
  await store.agreements.save(tx, before.id, {
    state: "terminated",
    endsOn,
    ...(await noticeReckoner(tx))({ ...before, endsOn, autoRenews: false }),
    autoRenews: false,
  })
  await endCommitmentsOf(tx, before.id, endsOn)
  await tx.record(agreementTerminated, {
    subjectId: before.id,
    partnershipId: before.partnershipId,
    payload: { title: before.title, endsOn, before: before.endsOn, reason },
  })
}
