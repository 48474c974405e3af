import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "files",
  tables: {
    file: {
      name: "words",
      uploaded_by: "account",
      uploader_name: "name of uploaded_by",
      removed_by: "account",
      unsent_by: "account",
      ...nobody("subject_kind", "hash", "media_type"),
    },
    file_object: { stored_by: "account", ...nobody("found") },
  },
}
