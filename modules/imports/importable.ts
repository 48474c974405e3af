import type { Importable } from "#platform/importable"

/** What an import says of itself goes with what it says it of. */
export const importable: Partial<Importable> = {
  holds: [{ table: "partnership", from: "import_cover", by: "partnership_id", goesWith: true }],
}
