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
