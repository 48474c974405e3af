import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "recruitment",
  tables: {
    ideal_profile: { name: "words", region: "words", draft: "words", ...nobody("partnership_type") },
    ideal_profile_version: { criteria: "words" },
    candidate: { source: "words", owner_id: "member", next_step: "words", ...nobody("stage", "source_kind") },
    assessment: { assessor_id: "member", draft: "words", recusal: "words", ...nobody("state") },
    assessment_answers: { answers: "words" },
    candidate_decision: {
      why: "words",
      dissent: "words",
      knock_out_reason: "words",
      conflicts: "words",
      conflict_reason: "words",
      diligence_reason: "words",
      decided_by: "member",
      ...nobody("outcome", "alternatives", "figures", "diligence"),
    },
    application_form: { owner_id: "member", words: "words", ...nobody("address", "questions") },
    application: {
      company: "words",
      website: "words",
      registration_number: "words",
      person: "name of email",
      email: "address",
      answers: "words",
      additions: "words",
      settled_by: "member",
      why: "words",
      ...nobody("page_key", "digest", "state", "suspicions", "language", "country"),
    },
    partnership_lesson: { words: "words", written_by: "member" },
    coverage_target: { set_by: "member", ...nobody("places", "place", "entries", "entry") },
    conflict_entry: { name: "words", note: "words", added_by: "member", ...nobody("kind", "domains") },
  },
}
