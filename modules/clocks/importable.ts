import type { Importable } from "#platform/importable"

/** A partnership in which a promised time was kept or missed stays when the import that brought it is undone. */
export const importable: Partial<Importable> = {
  holds: [{ table: "partnership", from: "clock", by: "partnership_id", where: "r.voided_at is null" }],
}
