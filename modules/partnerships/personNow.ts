import type { System, WorkspaceActor } from "#core/actor"
import { actorIn, findWorkspace } from "#modules/workspaces"
import type { Platform } from "#platform/platform"
import { partnershipsOf } from "./store.ts"

/** What somebody is in the workspace at this moment, for a job that must see what they see; undefined when they may not enter any more. */
export const personNow = async (
  { transact }: Pick<Platform, "transact">,
  system: System,
  userId: string,
): Promise<WorkspaceActor | undefined> => {
  const workspace = await transact(system, findWorkspace, "read")
  if (!workspace) return undefined
  return transact({ kind: "person", userId }, (tx) => actorIn(tx, userId, workspace.slug, partnershipsOf), "read")
}
