import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "notifications",
  tables: {
    notification: { user_id: "own rows", payload: "words", ...nobody("kind", "dedupe_key") },
    notification_preference: { user_id: "own rows", ...nobody("kind") },
  },
}
