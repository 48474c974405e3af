import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "deals",
  tables: {
    deal: { name: "words", customer: "words", ...nobody("customer_domain", "external_id") },
  },
}
