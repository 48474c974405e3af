import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "imports",
  tables: {
    import_cover: { ...nobody("signal", "counted") },
    import_error: { value: "words", params: "words", cells: "words", header: "words", ...nobody("field", "reason") },
    import_change: { before: "words", after: "words", ...nobody("table_name") },
    import_mapping: { ...nobody("kind", "header_key", "options", "answers") },
    import_run: {
      file_name: "words",
      options: "words",
      summary: "words",
      created_by: "account",
      asked_by: "account",
      ...nobody("kind", "file_hash", "file_path"),
    },
  },
}
