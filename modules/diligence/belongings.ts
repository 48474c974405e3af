import type { Belongings } from "#platform/belongings"
import { diligenceChanged } from "./events.ts"
import * as store from "./store.ts"

/** What somebody follows up with companies. */
const followedUp: Belongings = {
  kind: "diligence_item",
  count: async (tx, { memberId }) => (await store.ownedBy(tx, memberId).execute()).length,
  handOver: async (tx, from, to) => {
    const rows = await store.ownedBy(tx, from.memberId).orderBy("id").forUpdate().execute()
    const names = await store.namesFor(tx, rows)
    for (const { id, organizationId, kind } of rows) {
      await store.items.save(tx, id, { ownerId: to.memberId })
      await tx.record(diligenceChanged, { subjectId: id, payload: { name: names.get(organizationId) ?? "", kind } })
    }
    return rows.length
  },
}

export const belongings = [followedUp]
