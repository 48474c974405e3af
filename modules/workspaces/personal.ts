import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "workspaces",
  tables: {
    idempotency_key: { actor_id: "own rows", answer: "words", ...nobody("key", "endpoint", "request_hash") },
    member: { id: "member", user_id: "account", name: "name of id", email: "detail of id" },
    partner_user: { id: "partner user", user_id: "account", name: "name of id", email: "detail of id" },
  },
}
