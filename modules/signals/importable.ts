import type { Importable } from "#platform/importable"

/** Series are made from facts, and go with them. */
export const importable: Partial<Importable> = {
  holds: [{ table: "partnership", from: "signal_series", by: "partnership_id", goesWith: true }],
}
