import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"

/** A further company of a consortium. `name` is null where the actor may not see that company. */
export type FurtherParty = Readonly<{
  organizationId: Id
  name: string | null
  joinedOn: PlainDate | null
  leftOn: PlainDate | null
}>

/** One more column of a partnership `p`, in the type above: those who joined first come first. */
export const furtherParties = ({ actor }: WorkspaceTx) =>
  sql`, (select coalesce(jsonb_agg(
      jsonb_build_object('organizationId', t.organization_id, 'name', o.name, 'joinedOn', t.joined_on, 'leftOn', t.left_on)
      order by t.joined_on, t.organization_id), '[]')
    from partnership_party t left join organization o on o.workspace_id = t.workspace_id and o.id = t.organization_id
    where t.workspace_id = ${actor.workspaceId} and t.partnership_id = p.id) as further_parties`

/** False when the company is a party already; one that left comes back. */
export const joinParty = async (
  { db, actor }: WorkspaceTx,
  party: { partnershipId: Id; organizationId: Id; joinedOn: PlainDate },
): Promise<boolean> => {
  const result = await db
    .insertInto("partnershipParty")
    .values({ workspaceId: actor.workspaceId, ...party })
    .onConflict((conflict) =>
      conflict
        .columns(["workspaceId", "partnershipId", "organizationId"])
        .doUpdateSet({ joinedOn: party.joinedOn, leftOn: null })
        .where("partnershipParty.leftOn", "is not", null),
    )
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** False when the company is not a party now. */
export const leaveParty = async (
  { db, actor }: WorkspaceTx,
  party: { partnershipId: Id; organizationId: Id; leftOn: PlainDate },
): Promise<boolean> => {
  const result = await db
    .updateTable("partnershipParty")
    .set({ leftOn: party.leftOn })
    .where("workspaceId", "=", actor.workspaceId)
    .where("partnershipId", "=", party.partnershipId)
    .where("organizationId", "=", party.organizationId)
    .where("leftOn", "is", null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
