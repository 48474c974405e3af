import { type Importable, importTable } from "#platform/importable"

/** Companies come with the partnerships that a file is about. */
export const organizationTable = importTable({
  name: "organization",
  columns: {
    id: "uuid",
    name: "text",
    domains: "text[]",
    country: "text",
    regions: "text[]",
    industries: "text[]",
    external_id: "text",
  },
  now: ["created_at", "updated_at"],
  undo: "delete",
})

export const importable: Partial<Importable> = {
  tables: [organizationTable],
  holds: [{ table: "organization", from: "organization", by: "parent_id" }],
}
