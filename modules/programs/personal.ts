import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "programs",
  tables: {
    program: { name: "words", draft: "words", retired_reason: "words", ...nobody("partnership_type", "rates") },
    program_version: { terms: "words" },
    enrolment: { standing: "words", ...nobody("tier", "by_hand") },
    program_evaluation: { standing: "words", ...nobody("outcome", "tier_before", "tier_after") },
    tier_appeal: {
      ...{ program: "words", tier_name: "words", words: "words", answer: "words" },
      ...{ appealed_by: "account", appealed_by_name: "name of appealed_by" },
      ...nobody("tier", "state"),
    },
    certificate: { contact_id: "contact", kind: "words" },
  },
}
