import type { Importable } from "#platform/importable"

/** A proposal is on a draft, which holds the partnership by itself. */
export const importable: Partial<Importable> = {
  holds: [{ table: "partnership", from: "clause_proposal", by: "partnership_id", goesWith: true }],
}
