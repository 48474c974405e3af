import type { Id } from "#core/ids"
import { differences } from "#modules/portfolio"
import { systemIn } from "#platform/tenants"
import type { TestKeelson } from "./keelson.ts"

/** Stored figures of today that are not what follows from the facts, in one workspace: the partnership, and in which columns. */
export const figuresThatDiffer = async ({ platform }: TestKeelson, workspaceId: Id) => {
  const system = await systemIn(platform, workspaceId, "compare figures")
  if (!system) throw new Error(`there is no workspace ${workspaceId}`)
  return platform.transact(system, async (tx) => {
    const rows = await tx.db.selectFrom("partnership").select("id").where("workspaceId", "=", workspaceId).execute()
    return differences(
      tx,
      platform.contributed.figures,
      rows.map(({ id }) => id),
    )
  })
}
