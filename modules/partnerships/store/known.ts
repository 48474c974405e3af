import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import type { WorkspaceTx } from "#platform/tx"

/** What files may name a partnership by, and what its rows take from it. */
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

export const allPartnerships = ({ db, actor }: WorkspaceTx): Promise<KnownPartnership[]> =>
  db
    .selectFrom("partnership")
    .select(["id", "organizationId", "name", "type", "stage", "currency", "startedOn", "externalId"])
    .where("workspaceId", "=", actor.workspaceId)
    .execute()

/** Members by e-mail: who may own a partnership. */
export const activeMembersByEmail = async ({ db, actor }: WorkspaceTx): Promise<ReadonlyMap<string, Id>> => {
  const rows = await db
    .selectFrom("member")
    .select(["id", "email"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("deactivatedAt", "is", null)
    .execute()
  return new Map(rows.map(({ id, email }) => [email.toLowerCase(), id]))
}
