import type { WorkspaceActor } from "#core/actor"
import { sql } from "#platform/database"
import type { Tx } from "#platform/tx"

type Hit = Readonly<{
  kind: "partnership" | "organization" | "contact"
  id: string
  name: string
  detail: string | null
  organizationId: string | null
}>

/** The twenty nearest names among partnerships, organizations and contacts. */
export const findNames = async ({ db, actor }: Tx<WorkspaceActor>, text: string): Promise<Hit[]> =>
  (
    await sql<Hit>`select kind, id, name, detail, organization_id from names_like(${actor.workspaceId}, ${text})`.execute(
      db,
    )
  ).rows
