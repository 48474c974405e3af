import type { Importable } from "#platform/importable"

/** A case that a person confirmed is not lost with the import that led to it. */
export const importable: Partial<Importable> = {
  holds: [{ table: "partnership", from: "drift_case", by: "partnership_id", where: "r.confirmed_at is not null" }],
}
