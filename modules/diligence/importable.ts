import type { Importable } from "#platform/importable"

/** A company that was brought by a file stays as long as something was asked of it. */
export const importable: Partial<Importable> = {
  holds: [{ table: "organization", from: "diligence_item", by: "organization_id" }],
}
