import type { Fixture } from "#platform/fixture"
import { newId } from "#platform/ids"

/** A round under way with a signer of either side, and one before it that somebody declined. */
export const fixture: Fixture = async ({ db, workspaceId, partnershipId, companies, people, id, secret, at }) => {
  const of = { workspaceId, partnershipId }
  const round = {
    ...{ ...of, draftId: id("agreementDraft"), versionId: id("agreementVersion"), hash: "0".repeat(64) },
    ...{ isOrdered: false, mayHandOver: true, startedAt: at, updatedAt: at },
  }
  const [open, before] = [id("agreementSigning"), newId()]
  await db
    .insertInto("agreementSigning")
    .values([
      { ...round, id: open, state: "open" },
      {
        ...{ ...round, id: before, state: "declined", startedAt: "2025-02-01T09:00:00.000Z", endedAt: at },
        ...{ endedPartyId: companies.leading, endedName: secret("partnership", "who declined to sign") },
        reason: secret("organization", "why somebody declined to sign"),
      },
    ])
    .execute()
  const signer = { ...of, signingId: open, place: 1, state: "waiting", addedAt: at, updatedAt: at }
  await db
    .insertInto("agreementSigner")
    .values([
      {
        ...{ ...signer, id: id("agreementSigner"), partyId: companies.leading, userId: people.company },
        name: secret("partnership", "who is to sign for a company"),
        email: `${secret("organization", "the address of who is to sign for a company")}@partner.example`,
        ...{ askedAt: "2025-02-01T09:00:00.000Z", remindedAt: "2025-02-01T09:00:00.000Z" },
      },
      {
        ...{ ...signer, id: newId(), partyId: workspaceId, userId: people.host },
        name: secret("partnership", "who signs for the host"),
        email: `${secret("host", "the address of who signs for the host")}@host.example`,
        ...{ state: "signed", method: "sign_in", doneAt: at },
        mark: JSON.stringify({ kind: "typed", text: secret("partnership", "what was put down as a signature") }),
        address: "203.0.113.7",
      },
      {
        ...{ ...signer, id: newId(), partyId: companies.leading },
        name: secret("partnership", "who signed on paper for a company"),
        email: `${secret("organization", "the address of who signed on paper")}@partner.example`,
        ...{ state: "signed", method: "paper", doneAt: at, paperFileId: id("file"), paperHash: "0".repeat(64) },
        ...{ paperOn: "2025-01-31", countsOn: "2025-02-03" },
        paperByName: secret("partnership", "who uploaded what was signed on paper"),
      },
    ])
    .execute()
}
