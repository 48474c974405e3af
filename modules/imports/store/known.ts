import type { WorkspaceActor } from "#core/actor"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import type { Tx } from "#platform/tx"

type InWorkspace = Tx<WorkspaceActor>

export type KnownPartnership = Readonly<{
  id: Id
  organizationId: Id
  name: string
  type: string
  stage: string
  currency: string
  startedOn: PlainDate | null
  externalId: string | null
}>
export type KnownOrganization = Readonly<{
  id: Id
  name: string
  domains: readonly string[]
  externalId: string | null
}>

export const allOrganizations = ({ db, actor }: InWorkspace): Promise<KnownOrganization[]> =>
  db
    .selectFrom("organization")
    .select(["id", "name", "domains", "externalId"])
    .where("workspaceId", "=", actor.workspaceId)
    .execute()

export const allPartnerships = ({ db, actor }: InWorkspace): Promise<KnownPartnership[]> =>
  db
    .selectFrom("partnership")
    .select(["id", "organizationId", "name", "type", "stage", "currency", "startedOn", "externalId"])
    .where("workspaceId", "=", actor.workspaceId)
    .execute()

export const allAgreements = ({ db, actor }: InWorkspace) =>
  db
    .selectFrom("agreement")
    .select(["id", "partnershipId", "title", "startsOn", "endsOn", "externalId"])
    .where("workspaceId", "=", actor.workspaceId)
    .execute()

/** The partner side's people, with the roles they hold. */
export const allContacts = ({ db, actor }: InWorkspace) =>
  db
    .selectFrom("contact")
    .select(["id", "organizationId", "name", "email"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("side", "=", "partner")
    .execute()

export const allRoles = ({ db, actor }: InWorkspace) =>
  db
    .selectFrom("roleAssignment")
    .select(["partnershipId", "contactId", "role"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("toOn", "is", null)
    .execute()

/** Members by e-mail: who may own a partnership. */
export const membersByEmail = async ({ db, actor }: InWorkspace): Promise<ReadonlyMap<string, Id>> => {
  const rows = await db
    .selectFrom("member")
    .select(["id", "email"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("deactivatedAt", "is", null)
    .execute()
  return new Map(rows.map(({ id, email }) => [email.toLowerCase(), id]))
}

export const workspaceCurrency = async ({ db, actor }: InWorkspace): Promise<string> =>
  (await db.selectFrom("workspace").select("currency").where("id", "=", actor.workspaceId).executeTakeFirstOrThrow())
    .currency
