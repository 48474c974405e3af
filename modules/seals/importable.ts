import type { Importable } from "#platform/importable"

/** A document that was signed and sealed stays when the import that brought its partnership is undone. */
export const importable: Partial<Importable> = {
  holds: [{ table: "partnership", from: "sealed_document", by: "partnership_id" }],
}
