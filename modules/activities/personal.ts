import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "activities",
  tables: {
    activity: {
      person: "name",
      contact_id: "contact",
      summary: "words",
      ...nobody("recorded_by", "kind", "source", "external_id"),
    },
  },
}
