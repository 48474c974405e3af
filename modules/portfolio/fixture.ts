import { plantLink } from "#modules/links"
import type { Fixture } from "#platform/fixture"
import { newId } from "#platform/ids"

export const fixture: Fixture = async (ground) => {
  const { db, workspaceId, partnershipId, id, secret } = ground
  await db
    .insertInto("partnershipFigures")
    .values({ workspaceId, partnershipId, revenue: 1 })
    .onConflict((conflict) => conflict.columns(["workspaceId", "partnershipId"]).doNothing())
    .execute()
  await plantLink(ground, {
    ...{ act: "read_overview", subjectId: partnershipId, token: newId(), id: id("share"), partyId: workspaceId },
    name: secret("host", "the name of whom the overview was shared with"),
    email: `${secret("host", "the address of whom the overview was shared with")}@linked.example`,
  })
}
