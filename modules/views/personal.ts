import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "views",
  tables: {
    saved_view: { user_id: "account", name: "words", search: "words", ...nobody("place") },
    pinned_view: { user_id: "own rows" },
  },
}
