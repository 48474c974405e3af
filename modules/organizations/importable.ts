import { asRecord, type BulkValue, changedColumns, type RowChange } from "#core/importable/again"
import { type Importable, importTable } from "#platform/importable"
import type { WorkspaceTx } from "#platform/tx"
import { organizationChanged } from "./events.ts"
import { nameKey } from "./rules.ts"

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
  isVersioned: true,
  again: {
    called: "name",
    corrects: [
      {
        ...{ field: "name", columns: ["name"] },
        isSame: (stored, row) => nameKey(String(stored["name"])) === nameKey(String(row["name"])),
      },
      {
        ...{ field: "domains", columns: ["domains"] },
        isSame: (stored, row) => listOf(row["domains"]).every((domain) => listOf(stored["domains"]).includes(domain)),
        // A company may have several: one that is new comes to those that are known.
        along: (stored, row) => ({ domains: [...new Set([...listOf(stored["domains"]), ...listOf(row["domains"])])] }),
      },
      { field: "country", columns: ["country"], mayBeEmpty: true },
      { field: "industries", columns: ["industries"], mayBeEmpty: true },
    ],
  },
  edits: { "organization.changed": "compared" },
  changed: (tx, changes) => organizationsChanged(tx, changes),
  undo: "delete",
})

const listOf = (value: BulkValue): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : [])

/** Writes into the ledger what a later file, or its undoing, changed, as when people do. */
const organizationsChanged = (tx: WorkspaceTx, changes: readonly RowChange[]): Promise<void> =>
  tx.recordBatch(
    organizationChanged,
    changes.map((each) => {
      const columns = changedColumns(each)
      const payload = { before: asRecord(each.before, columns), after: asRecord(each.after, columns) }
      return { subjectId: each.id, source: "import", payload }
    }),
  )

export const importable: Partial<Importable> = {
  tables: [organizationTable],
  holds: [{ table: "organization", from: "organization", by: "parent_id" }],
}
