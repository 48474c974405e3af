import { draftsNamed } from "#modules/agreements"
import type { Subject } from "#platform/subject"
import * as store from "./store.ts"

/** A proposal, for the thread in which both sides speak about it; a draft of one is its own side's. */
export const subjects: readonly Subject[] = [
  {
    kind: "clause_proposal",
    find: async (tx, ids) => {
      const rows = await store.proposalsNamed(tx, ids)
      const drafts = await draftsNamed(tx, [...new Set(rows.map(({ draftId }) => draftId))])
      const titleOf = new Map(drafts.map(({ id, content }) => [id, content.title]))
      return rows.flatMap(({ id, draftId, partnershipId, privateTo }) => {
        const name = titleOf.get(draftId)
        return name === undefined ? [] : [{ id, name, partnershipId, privateTo }]
      })
    },
  },
]
