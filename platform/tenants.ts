import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import { sql } from "./database.ts"
import type { Platform } from "./platform.ts"
import type { Tx } from "./tx.ts"

/** A tenant, as the platform knows it: where its data is, and by which calendar it lives. */
export type Tenant = Readonly<{ id: Id; timeZone: string }>

/** Every workspace. */
export const allWorkspaces = async ({ db }: Tx): Promise<readonly Tenant[]> =>
  (await sql<Tenant>`select * from workspace_ids()`.execute(db)).rows

/** Keelson itself, at work in one workspace and on its calendar. */
export const systemOf = ({ id, timeZone }: Tenant, job: string): System => ({
  kind: "system",
  side: "host",
  workspaceId: id,
  timeZone,
  job,
})

/** The same by the workspace's id; undefined when the workspace is gone. */
export const systemIn = async ({ transact }: Platform, id: Id, job: string): Promise<System | undefined> => {
  // Its own row is all that anybody may see under its id, whatever the calendar.
  const found = await transact(
    systemOf({ id, timeZone: "UTC" }, job),
    ({ db }) => db.selectFrom("workspace").select(["id", "timeZone"]).where("id", "=", id).executeTakeFirst(),
    "read",
  )
  return found && systemOf(found, job)
}
