import type { Importable } from "#platform/importable"

/** Figures follow from facts, and go with them. */
export const importable: Partial<Importable> = {
  holds: [{ table: "partnership", from: "partnership_figures", by: "partnership_id", goesWith: true }],
}
