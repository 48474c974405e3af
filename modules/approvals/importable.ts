import type { Importable } from "#platform/importable"

/** What people agreed to stays when the import that brought its partnership is undone. */
export const importable: Partial<Importable> = {
  holds: [{ table: "partnership", from: "approval", by: "partnership_id" }],
}
