import { anyOf } from "#platform/database"
import type { Subject } from "#platform/subject"

/** A promise as such, and one due instance of it. Both parties read the same register. */
export const subjects: readonly Subject[] = [
  {
    kind: "commitment",
    find: async ({ db, actor }, ids) => {
      const rows = await db
        .selectFrom("commitment")
        .select(["id", "title", "partnershipId"])
        .where("workspaceId", "=", actor.workspaceId)
        .where("id", "=", anyOf(ids))
        .execute()
      return rows.map(({ title, ...row }) => ({ ...row, name: title, privateTo: null }))
    },
  },
  {
    kind: "occurrence",
    find: async ({ db, actor }, ids) => {
      const rows = await db
        .selectFrom("occurrence")
        .innerJoin("commitment", (on) =>
          on
            .onRef("commitment.workspaceId", "=", "occurrence.workspaceId")
            .onRef("commitment.id", "=", "occurrence.commitmentId"),
        )
        .select(["occurrence.id", "commitment.title", "occurrence.partnershipId"])
        .where("occurrence.workspaceId", "=", actor.workspaceId)
        .where("occurrence.id", "=", anyOf(ids))
        .execute()
      return rows.map(({ title, ...row }) => ({ ...row, name: title, privateTo: null }))
    },
  },
]
