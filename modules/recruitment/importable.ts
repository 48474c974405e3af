import type { Importable } from "#platform/importable"

/** What was brought by a file stays as long as somebody thinks of working with the company, or works with it because of that. */
export const importable: Partial<Importable> = {
  holds: [
    { table: "organization", from: "candidate", by: "organization_id" },
    { table: "partnership", from: "candidate", by: "partnership_id" },
    { table: "partnership", from: "partnership_lesson", by: "partnership_id" },
  ],
}
