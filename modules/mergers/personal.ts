import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "mergers",
  tables: {
    merger: {
      ...{ access_left_out: "words", made_by: "account", undone_by: "account" },
      ...nobody("former_name", "next_name", "gone", "before", "after", "domains"),
    },
    merger_move: nobody("table_name", "column_name"),
  },
}
