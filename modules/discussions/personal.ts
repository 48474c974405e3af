import type { Personal } from "#platform/personal"

export const personal: Personal = {
  module: "discussions",
  tables: {
    comment: {
      author_id: "account",
      author_name: "name of author_id",
      body: "words",
      mentions: "words",
      removed_by: "name",
    },
    thread: { resolved_by: "name" },
    thread_read: { user_id: "own rows" },
  },
}
