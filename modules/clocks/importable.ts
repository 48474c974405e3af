import type { Importable } from "#platform/importable"

/**
 * A partnership in which a promised time was kept or missed stays when the import that brought it is undone. A time that its agreement
 * promises goes with the agreement, which itself is held by the promise that somebody wrote into it.
 */
export const importable: Partial<Importable> = {
  holds: [
    { table: "partnership", from: "clock", by: "partnership_id", where: "r.voided_at is null" },
    { table: "partnership", from: "agreed_target", by: "partnership_id", goesWith: true },
  ],
}
