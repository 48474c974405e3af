import type { Fixture, Ground } from "#platform/fixture"
import { newId } from "#platform/ids"
import { hashOfToken } from "./invitationToken.ts"

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

const plantInvitations = async ({ db, workspaceId, companies, id, spent, secret, at }: Ground) => {
  const invited = () => `${secret("host", "an invited address")}@invited.example`
  const invitation = { workspaceId, side: "host", role: "viewer", expiresAt: "2099-01-01" }
  await db
    .insertInto("invitation")
    .values([
      { ...invitation, id: id("invitation"), email: invited(), tokenHash: hashOfToken(newId()), createdAt: at },
      {
        ...invitation,
        id: newId(),
        email: `partner-${companies.leading}@invited.example`,
        side: "partner",
        role: "seller",
        organizationId: companies.leading,
        tokenHash: hashOfToken(id("token")),
        createdAt: at,
      },
      {
        ...invitation,
        id: newId(),
        email: invited(),
        expiresAt: "2025-01-01",
        tokenHash: hashOfToken(spent("token", "expired")),
        createdAt: at,
      },
      {
        ...invitation,
        id: newId(),
        email: invited(),
        acceptedAt: "2025-01-01",
        tokenHash: hashOfToken(spent("token", "used")),
        createdAt: at,
      },
      {
        ...invitation,
        id: newId(),
        email: invited(),
        revokedAt: "2025-01-01",
        tokenHash: hashOfToken(spent("token", "taken back")),
        createdAt: at,
      },
    ])
    .execute()
}
