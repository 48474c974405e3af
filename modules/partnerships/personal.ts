import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "partnerships",
  tables: {
    partnership: { owner_id: "member", reason: "words", ...nobody("name", "region", "tier", "program", "external_id") },
    partnership_tag: nobody("tag"),
    note: { author_id: "account", author_name: "name of author_id", body: "words" },
  },
}
