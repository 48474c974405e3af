import type { Belongings, Keeper } from "#platform/belongings"
import type { WorkspaceTx } from "#platform/tx"
import { candidateChanged, formWritten } from "./events.ts"
import * as store from "./store.ts"

const lookedAfterBy = (tx: WorkspaceTx, { memberId }: Keeper) =>
  store.candidates.rows(tx).where("ownerId", "=", memberId)

/** Candidates that somebody looks after. */
const lookedAfter: Belongings = {
  kind: "candidate",
  count: async (tx, keeper) => (await lookedAfterBy(tx, keeper).execute()).length,
  handOver: async (tx, from, to) => {
    const rows = await lookedAfterBy(tx, from).orderBy("id").forUpdate().execute()
    const names = await store.namesOf(
      tx,
      rows.map(({ id }) => id),
    )
    for (const { id } of rows) {
      await store.candidates.save(tx, id, { ownerId: to.memberId })
      const payload = { name: names.get(id)?.organizationName ?? "", changed: ["ownerId"] }
      await tx.record(candidateChanged, { subjectId: id, payload })
    }
    return rows.length
  },
}

const formsOf = (tx: WorkspaceTx, { memberId }: Keeper) => store.forms.rows(tx).where("ownerId", "=", memberId)

/** Forms whose applicants somebody looks after. */
const formsLookedAfter: Belongings = {
  kind: "application_form",
  count: async (tx, keeper) => (await formsOf(tx, keeper).execute()).length,
  handOver: async (tx, from, to) => {
    const rows = await formsOf(tx, from).orderBy("id").forUpdate().execute()
    for (const row of rows) {
      await store.forms.save(tx, row.id, { ownerId: to.memberId })
      await tx.record(formWritten, { subjectId: row.id, payload: { name: store.titleOf(row) } })
    }
    return rows.length
  },
}

export const belongings = [lookedAfter, formsLookedAfter]
