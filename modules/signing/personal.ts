import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "signing",
  tables: {
    agreement_signing: {
      ...nobody("ended_party_id", "hash", "stuck"),
      started_by: "account",
      ended_name: "name",
      reason: "words",
    },
    agreement_signer: {
      ...nobody("party_id", "instead_of", "paper_hash"),
      name: "name of email",
      email: "address",
      user_id: "account",
      mark: "words",
      address: "detail of email",
      replaced_by_name: "name",
      replace_reason: "words",
      paper_by_name: "name",
    },
  },
}
