import type { WorkspaceTx } from "#platform/tx"

/** The partner side's people. */
export const allContacts = ({ db, actor }: WorkspaceTx) =>
  db
    .selectFrom("contact")
    .select(["id", "organizationId", "name", "email", "externalId"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("side", "=", "partner")
    .execute()

/** Roles that someone plays now. */
export const openRoles = ({ db, actor }: WorkspaceTx) =>
  db
    .selectFrom("roleAssignment")
    .select(["partnershipId", "contactId", "role"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("toOn", "is", null)
    .execute()
