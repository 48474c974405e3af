import type { WorkspaceActor } from "#core/actor"
import type { Tx } from "#platform/tx"

type InWorkspace = Tx<WorkspaceActor>

/** The partner side's people. */
export const allContacts = ({ db, actor }: InWorkspace) =>
  db
    .selectFrom("contact")
    .select(["id", "organizationId", "name", "email"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("side", "=", "partner")
    .execute()

/** Roles that someone plays now. */
export const openRoles = ({ db, actor }: InWorkspace) =>
  db
    .selectFrom("roleAssignment")
    .select(["partnershipId", "contactId", "role"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("toOn", "is", null)
    .execute()
