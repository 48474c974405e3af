import { plantLink } from "#modules/links"
import type { Fixture, Ground } from "#platform/fixture"
import { newId } from "#platform/ids"

export const fixture: Fixture = async (ground) => {
  await plantContacts(ground)
  await plantInvitations(ground)
}

const plantContacts = async ({ db, workspaceId, partnershipId, companies, id, secret, at }: Ground) => {
  const ours = newId()
  const theirs = secret("organization", "a contact")
  await db
    .insertInto("contact")
    .values([
      {
        workspaceId,
        id: id("contact"),
        organizationId: companies.leading,
        name: theirs,
        email: `${theirs}@partner.example`,
        phone: secret("organization", "the telephone of a contact"),
        createdAt: at,
      },
      // Of whom nothing is known but a name, to be erased by it.
      { workspaceId, id: id("person"), organizationId: companies.leading, name: "Somebody", createdAt: at },
      {
        workspaceId,
        id: ours,
        organizationId: null,
        // Who stands for the host is known to its partners by name and title, and may be reached by what they say themselves.
        name: secret("partnership", "who stands for the host"),
        title: secret("partnership", "what they are"),
        email: `${secret("host", "the address of a contact of the host")}@host.example`,
        phone: secret("host", "the telephone of a contact of the host"),
        createdAt: at,
      },
      {
        workspaceId,
        id: newId(),
        organizationId: null,
        name: secret("host", "a contact of the host who plays no part here"),
        createdAt: at,
      },
    ])
    .execute()
  const assignment = { workspaceId, partnershipId, fromOn: "2025-01-01" }
  await db
    .insertInto("roleAssignment")
    .values([
      {
        ...assignment,
        id: id("assignment"),
        contactId: id("contact"),
        partyId: companies.leading,
        role: "champion",
        recordedAt: at,
      },
      { ...assignment, id: newId(), contactId: ours, partyId: workspaceId, role: "alliance_manager", recordedAt: at },
    ])
    .execute()
}

const plantInvitations = async (ground: Ground) => {
  const { db, workspaceId, companies, id, spent, secret, at } = ground
  const invited = () => `${secret("host", "an invited address")}@invited.example`
  type More = Readonly<{
    side?: string
    role?: string
    organizationId?: string
    expiresAt?: string
    acceptedAt?: string
    revokedAt?: string
  }>
  const invite = async (
    token: string,
    email: string,
    { id: subjectId = newId(), ...more }: More & { id?: string } = {},
  ) => {
    const invitation = { side: "host", role: "viewer", expiresAt: "2099-01-01", ...more }
    await db
      .insertInto("invitation")
      .values({ workspaceId, id: subjectId, email, createdAt: at, ...invitation })
      .execute()
    const link = { act: "accept_invitation", subjectId, token, name: "", email: "somebody@invited.example" }
    await plantLink(ground, { ...link, partyId: more.organizationId ?? workspaceId })
  }
  await invite(newId(), invited(), { id: id("invitation") })
  const ofCompany = { side: "partner", role: "seller", organizationId: companies.leading }
  await invite(id("token"), `partner-${companies.leading}@invited.example`, ofCompany)
  await invite(spent("token", "expired"), invited(), { expiresAt: "2025-01-01" })
  await invite(spent("token", "used"), invited(), { acceptedAt: "2025-01-01" })
  await invite(spent("token", "taken back"), invited(), { revokedAt: "2025-01-01" })
}
