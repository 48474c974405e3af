import type { Importable } from "#platform/importable"

/** A case that a person confirmed is not lost with the import that led to it; what a scan found is found anew. */
export const importable: Partial<Importable> = {
  holds: [
    { table: "partnership", from: "drift_case", by: "partnership_id", where: "r.confirmed_at is not null" },
    { table: "partnership", from: "drift_finding", by: "partnership_id", goesWith: true },
  ],
}
