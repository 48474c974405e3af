import type { Importable } from "#platform/importable"

/** What was brought by a file stays as long as somebody is in a program, or certified, because of it. */
export const importable: Partial<Importable> = {
  holds: [
    { table: "partnership", from: "enrolment", by: "partnership_id" },
    { table: "partnership", from: "program_evaluation", by: "partnership_id", goesWith: true },
    { table: "partnership", from: "tier_appeal", by: "partnership_id", goesWith: true },
    { table: "organization", from: "certificate", by: "organization_id" },
    { table: "contact", from: "certificate", by: "contact_id" },
  ],
}
