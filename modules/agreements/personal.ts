import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "agreements",
  tables: {
    agreement: { title: "words", host_signer: "words", partner_signer: "words", ...nobody("external_id") },
    agreement_draft: {
      content: "words",
      base: "words",
      reason: "words",
      host_signer: "words",
      partner_signer: "words",
    },
  },
}
