import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "commitments",
  tables: {
    commitment: { title: "words", clause: "words", ...nobody("unit", "service", "external_id") },
    evidence: { url: "words", note: "words", given_by: "account" },
    occurrence: { note: "words" },
  },
}
