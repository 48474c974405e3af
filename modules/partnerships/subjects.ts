import { anyOf } from "#platform/database"
import type { Subject } from "#platform/subject"

export const subjects: readonly Subject[] = [
  {
    kind: "partnership",
    find: async ({ db, actor }, ids) => {
      const rows = await db
        .selectFrom("partnership")
        .select(["id", "name"])
        .where("workspaceId", "=", actor.workspaceId)
        .where("id", "=", anyOf(ids))
        .execute()
      return rows.map((row) => ({ ...row, partnershipId: row.id, privateTo: null }))
    },
  },
]
