import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "links",
  tables: {
    link: {
      user_id: "account",
      name: "name of email",
      email: "address",
      words: "words",
      ...nobody("token_hash", "language"),
    },
    link_code: { user_id: "account", email: "address" },
  },
}
