import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "negotiation",
  tables: {
    clause_proposal: {
      ...nobody("party_id", "answered_party_id"),
      change: "words",
      word: "words",
      reason: "words",
      proposed_by: "account",
      answered_by: "account",
      answer: "words",
    },
  },
}
