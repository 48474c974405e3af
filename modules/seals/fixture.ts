import type { Fixture } from "#platform/fixture"

export const fixture: Fixture = async ({ db, workspaceId, partnershipId, id, at }) => {
  await db
    .insertInto("sealedDocument")
    .values({
      ...{ workspaceId, partnershipId, id: id("sealedDocument"), fileId: id("file") },
      ...{ subjectKind: "agreement_draft", subjectId: id("draft"), title: "A sealed agreement" },
      ...{ sha256: "5".repeat(64), contentHash: "6".repeat(64), signers: 2 },
      ...{ certificateSerial: "4A", certificateUntil: "2029-11-01T09:00:00Z", sealedAt: at },
    })
    .execute()
}
