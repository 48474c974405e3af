import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "seals",
  tables: {
    sealed_document: {
      title: "words",
      ...nobody("subject_kind", "sha256", "content_hash", "certificate_serial"),
    },
  },
}
