import type { Importable } from "#platform/importable"

/** A partnership in which somebody is being onboarded stays when the import that brought it is undone. */
export const importable: Partial<Importable> = {
  holds: [{ table: "partnership", from: "onboarding", by: "partnership_id" }],
}
