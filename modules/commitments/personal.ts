import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "commitments",
  tables: {
    commitment: {
      title: "words",
      clause: "words",
      ...nobody("clause_key", "unit", "service", "answers", "periods", "partial", "external_id"),
    },
    evidence: { url: "words", note: "words", given_by: "account" },
    occurrence: { note: "words", undo: "words" },
    promise_proposal: {
      reason: "words",
      proposed_by: "account",
      answered_by: "account",
      answer: "words",
      agreed_with: "words",
    },
  },
}
