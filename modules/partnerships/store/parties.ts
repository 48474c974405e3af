import type { WorkspaceActor } from "#core/actor"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import type { Tx } from "#platform/tx"

type InWorkspace = Tx<WorkspaceActor>

/** The further companies of a consortium, with names where the actor may see them. */
export const listParties = ({ db, actor }: InWorkspace, partnershipIds: readonly Id[]) =>
  db
    .selectFrom("partnershipParty as p")
    .leftJoin("organization as o", (join) =>
      join.onRef("o.workspaceId", "=", "p.workspaceId").onRef("o.id", "=", "p.organizationId"),
    )
    .select(["p.partnershipId", "p.organizationId", "o.name", "p.joinedOn", "p.leftOn"])
    .where("p.workspaceId", "=", actor.workspaceId)
    .where("p.partnershipId", "in", partnershipIds)
    .orderBy("p.joinedOn")
    .orderBy("p.organizationId")
    .execute()

/** False when the company is a party already; one that left comes back. */
export const joinParty = async (
  { db, actor }: InWorkspace,
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
  { db, actor }: InWorkspace,
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
