import type { Fixture, Readers } from "#platform/fixture"
import { newId } from "#platform/ids"

/** One proposal that was sent, and one of each side that was not. */
export const fixture: Fixture = async ({ db, workspaceId, partnershipId, companies, id, secret, at }) => {
  const clause = (words: string) => ({
    ...{ key: "payment", heading: "Payment", level: 1 },
    content: [{ type: "paragraph", content: [{ type: "text", text: words }] }],
  })
  const proposal = (readers: Readers, partyId: string) => {
    const change = {
      ...{ kind: "edit", key: "payment", before: clause("Thirty days.") },
      after: clause(secret(readers, "the words that a clause is proposed to have")),
    }
    return {
      ...{
        workspaceId,
        partnershipId,
        draftId: id("agreementDraft"),
        partyId,
        baseNumber: 1,
        createdAt: at,
        updatedAt: at,
      },
      id: readers === "company" ? newId() : id("clauseProposal", readers === "partnership" ? undefined : readers),
      change: JSON.stringify(change),
      reason: secret(readers, "why a clause is proposed to be other"),
      word: JSON.stringify({
        ...{ fileId: newId(), hash: "0".repeat(64), isMarked: false },
        name: secret(readers, "what a Word file was called"),
        left: { headers: 0, pictures: 0, tables: 0, footnotes: 0, formulas: 0, formatting: 0, embedded: 0, head: 0 },
      }),
    }
  }
  await db
    .insertInto("clauseProposal")
    .values([
      { ...proposal("partnership", companies.leading), state: "open", proposedAt: at },
      {
        ...{ ...proposal("partnership", companies.leading), id: newId(), state: "rejected", proposedAt: at },
        ...{ answeredAt: at, answeredPartyId: workspaceId },
        answer: secret("partnership", "why a proposal was rejected"),
      },
      { ...proposal("host", workspaceId), state: "draft", privateTo: workspaceId },
      { ...proposal("company", companies.leading), state: "draft", privateTo: companies.leading },
    ])
    .execute()
}
