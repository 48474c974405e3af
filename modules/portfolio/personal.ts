import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "portfolio",
  // A line repeats the titles of agreements.
  tables: {
    partnership_figures: {
      owner_id: "member",
      line: "words",
      ...nobody("currency", "name", "type", "stage", "region", "tier", "program"),
    },
  },
}
