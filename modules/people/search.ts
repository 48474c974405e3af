import type { Id } from "#core/ids"
import { sql } from "#platform/database"
import type { Hit, Searchable } from "#platform/searchable"

/** Where somebody stands now, or stood last. */
type Found = Omit<Hit, "partnershipId"> & Readonly<{ partnershipId: Id | null }>

export const search: readonly Searchable[] = [
  {
    kind: "contact",
    find: async ({ db, actor }, text) => {
      const { rows } = await sql<Found>`select * from people_like(${actor.workspaceId}, ${text})`.execute(db)
      return rows.map(({ partnershipId, ...hit }) => (partnershipId === null ? hit : { ...hit, partnershipId }))
    },
  },
]
