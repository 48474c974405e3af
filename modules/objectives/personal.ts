import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "objectives",
  tables: {
    objective: {
      title: "words",
      clause: "words",
      host_owner_id: "somebody",
      partner_owner_id: "somebody",
      ...nobody("clause_key", "metric", "unit", "reading", "external_id"),
    },
  },
}
