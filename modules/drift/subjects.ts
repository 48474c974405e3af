import { partnershipNameOf } from "#modules/partnerships"
import { anyOf } from "#platform/database"
import type { Subject } from "#platform/subject"

/** A case is the host's own, and so is all that is said and kept about it. */
export const subjects: readonly Subject[] = [
  {
    kind: "drift_case",
    find: async ({ db, actor }, ids) => {
      const rows = await db
        .selectFrom("driftCase")
        .select(["id", "partnershipId"])
        .select(partnershipNameOf(actor.workspaceId, "driftCase.partnershipId").as("name"))
        .where("workspaceId", "=", actor.workspaceId)
        .where("id", "=", anyOf(ids))
        .execute()
      return rows.map(({ name, ...row }) => ({ ...row, name: name ?? "", privateTo: actor.workspaceId }))
    },
  },
]
