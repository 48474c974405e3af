import type { Fixture, Ground } from "#platform/fixture"
import { newId } from "#platform/ids"

export const fixture: Fixture = async (ground) => {
  await plantUsers(ground)
  await ground.db
    .insertInto("idempotencyKey")
    .values({
      workspaceId: ground.workspaceId,
      key: `planted ${ground.partnershipId}`,
      actorId: ground.people.host,
      endpoint: "POST /nothing",
      requestHash: "",
      status: 201,
      answer: "{}",
      createdAt: ground.at,
    })
    .execute()
}

/** Colleagues that nobody signs in as, so that whatever is done to them changes nobody who asks. */
const plantUsers = async ({ db, workspaceId, companies, id, secret, at }: Ground) => {
  const member = secret("host", "a member")
  await db
    .insertInto("member")
    .values({
      workspaceId,
      id: id("member"),
      userId: newId(),
      name: member,
      email: `${member}@host.example`,
      role: "viewer",
      createdAt: at,
    })
    .execute()
  // Colleagues know each other; another company does not know them.
  const user = secret("organization", "a partner's user")
  await db
    .insertInto("partnerUser")
    .values({
      workspaceId,
      id: id("partnerUser"),
      userId: newId(),
      name: user,
      email: `${user}@partner.example`,
      organizationId: companies.leading,
      role: "seller",
      createdAt: at,
    })
    .execute()
}
