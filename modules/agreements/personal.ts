import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "agreements",
  tables: {
    agreement: { title: "words", ...nobody("external_id") },
  },
}
