import type { Importable } from "#platform/importable"

/** What people said stays when the import that brought its partnership is undone. */
export const importable: Partial<Importable> = {
  holds: [{ table: "partnership", from: "thread", by: "partnership_id" }],
}
