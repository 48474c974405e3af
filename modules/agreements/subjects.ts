import { anyOf } from "#platform/database"
import type { Subject } from "#platform/subject"
import { agreements, draftsNamed } from "./store.ts"

export const subjects: readonly Subject[] = [
  {
    kind: "agreement",
    find: async (tx, ids) => {
      const rows = await agreements.rows(tx).where("id", "=", anyOf(ids)).execute()
      return rows.map(({ id, title, partnershipId }) => ({ id, name: title, partnershipId, privateTo: null }))
    },
  },
  {
    kind: "agreement_draft",
    find: async (tx, ids) =>
      (await draftsNamed(tx, ids)).map(({ id, content, partnershipId, privateTo }) => ({
        ...{ id, partnershipId, privateTo },
        name: content.title,
      })),
  },
]
