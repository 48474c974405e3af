import type { Belongings, Keeper } from "#platform/belongings"
import type { WorkspaceTx } from "#platform/tx"
import { partnershipChanged } from "./events.ts"
import { partnerships } from "./store.ts"

const lookedAfterBy = (tx: WorkspaceTx, { memberId }: Keeper) => partnerships.rows(tx).where("ownerId", "=", memberId)

/** Partnerships that somebody looks after, those that have ended included: whoever asks about one later must find somebody. */
const lookedAfter: Belongings = {
  kind: "partnership",
  count: async (tx, keeper) => (await lookedAfterBy(tx, keeper).execute()).length,
  handOver: async (tx, from, to) => {
    const rows = await lookedAfterBy(tx, from).orderBy("id").forUpdate().execute()
    for (const before of rows) {
      const after = await partnerships.save(tx, before.id, { ownerId: to.memberId })
      const { id } = before
      await tx.record(partnershipChanged, { subjectId: id, partnershipId: id, payload: { before, after } })
    }
    return rows.length
  },
}

export const belongings = [lookedAfter]
