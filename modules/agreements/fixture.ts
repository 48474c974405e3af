import type { Fixture, Readers } from "#platform/fixture"
import { newId } from "#platform/ids"

export const fixture: Fixture = async ({ db, workspaceId, partnershipId, companies, id, secret, at }) => {
  await db
    .insertInto("agreement")
    .values({
      workspaceId,
      id: id("agreement"),
      partnershipId,
      title: secret("partnership", "the title of an agreement"),
      hostSigner: secret("partnership", "who signed an agreement for the host"),
      partnerSigner: secret("partnership", "who signed an agreement for the partner"),
      startsOn: "2025-01-01",
      endsOn: "2027-01-01",
      currency: "EUR",
      createdAt: at,
      updatedAt: at,
    })
    .execute()
  await db
    .insertInto("noticeGiven")
    .values({
      ...{
        workspaceId,
        id: newId(),
        partnershipId,
        agreementId: id("agreement"),
        partyId: workspaceId,
        recordedAt: at,
      },
      ...{
        givenOn: "2026-01-02",
        receivedOn: "2026-01-02",
        countsOn: "2026-01-02",
        endsOn: "2027-01-01",
        beforeRenewed: 0,
      },
      reason: secret("partnership", "why notice was given"),
      ...{ withdrawnAt: at, withdrawnBecause: secret("partnership", "why notice was taken back") },
    })
    .execute()
  // Of another one: an agreement has one open amendment at a time.
  const [amended, title] = [newId(), secret("partnership", "the title of an agreement that is amended")]
  await db
    .insertInto("agreement")
    .values({
      ...{ workspaceId, id: amended, partnershipId, title, createdAt: at, updatedAt: at },
      ...{ startsOn: "2025-01-01", endsOn: "2027-01-01", currency: "EUR" },
    })
    .execute()
  const line = { objectives: [], commitments: [], startsOn: "2025-01-01", endsOn: "2027-01-01", autoRenews: false }
  const draft = (readers: Readers, whose: string) => ({
    ...{ workspaceId, partnershipId, createdAt: at, updatedAt: at },
    id: readers === "company" ? newId() : id("agreementDraft", readers === "partnership" ? undefined : readers),
    content: JSON.stringify({ ...line, title: secret(readers, `the title of ${whose}`) }),
    reason: secret(readers, `why there is ${whose}`),
    hostSigner: secret(readers, `who signed ${whose} for the host`),
    partnerSigner: secret(readers, `who signed ${whose} for the partner`),
  })
  await db
    .insertInto("agreementDraft")
    .values([
      {
        ...draft("partnership", "an amendment in review"),
        ...{ agreementId: amended, kind: "correction", state: "in_review" },
        base: JSON.stringify({ ...line, title }),
      },
      { ...draft("host", "a draft"), kind: "first", state: "draft", privateTo: workspaceId },
      // Nobody writes such a draft: a company's people write none.
      { ...draft("company", "a draft"), kind: "first", state: "draft", privateTo: companies.leading },
    ])
    .execute()
  const [version, words] = [id("agreementVersion"), secret("partnership", "the words of a version")]
  const text = (said: string) => ({
    terms: {},
    clauses: [
      {
        ...{ key: "payment", heading: "Payment", level: 1 },
        content: [{ type: "paragraph", content: [{ type: "text", text: said }] }],
      },
    ],
  })
  await db
    .updateTable("agreementDraft")
    .set({ text: JSON.stringify(text(secret("host", "the words that the host writes"))) })
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", id("agreementDraft", "host"))
    .execute()
  const of = { workspaceId, partnershipId }
  await db
    .insertInto("agreementVersion")
    .values({
      ...{ ...of, id: version, draftId: id("agreementDraft"), number: 1, partyId: workspaceId, madeAt: at },
      ...{ text: JSON.stringify(text(words)), hash: "0".repeat(64) },
      content: JSON.stringify({ ...line, title }),
    })
    .execute()
  await db
    .insertInto("versionConsent")
    .values({ ...of, id: newId(), versionId: version, partyId: workspaceId, agreedAt: at })
    .execute()
}
