import type { Importable } from "#platform/importable"

/** A partnership in which something is to be done stays when the import that brought it is undone. */
export const importable: Partial<Importable> = {
  holds: [
    { table: "partnership", from: "task", by: "partnership_id" },
    { table: "partnership", from: "plan", by: "partnership_id" },
  ],
}
