import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "agreements",
  tables: {
    agreement: {
      title: "words",
      host_signer: "words",
      partner_signer: "words",
      ...nobody("external_id", "notice_to", "notice_counts", "time_zone"),
    },
    agreement_draft: {
      content: "words",
      base: "words",
      reason: "words",
      host_signer: "words",
      partner_signer: "words",
      text: "words",
    },
    agreement_version: { text: "words", content: "words", made_by: "account", ...nobody("hash", "party_id") },
    notice_given: {
      reason: "words",
      given_by: "account",
      withdrawn_by: "account",
      withdrawn_because: "words",
      ...nobody("party_id"),
    },
    version_consent: { agreed_by: "account", ...nobody("party_id") },
  },
}
