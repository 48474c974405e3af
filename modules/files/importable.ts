import type { Importable } from "#platform/importable"

/** A partnership that has files stays when the import that brought it is undone. */
export const importable: Partial<Importable> = {
  holds: [{ table: "partnership", from: "file", by: "partnership_id" }],
}
