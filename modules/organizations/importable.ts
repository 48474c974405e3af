import { asRecord, type BulkValue, changedColumns, type RowChange } from "#core/importable/again"
import type { RemarkKind } from "#core/importable/remark"
import { type Importable, importTable } from "#platform/importable"
import type { WorkspaceTx } from "#platform/tx"
import { organizationChanged } from "./events.ts"
import { nameKey } from "./rules.ts"
import { settleDomains } from "./store/marks.ts"

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
    capabilities: "text[]",
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
      { field: "capabilities", columns: ["capabilities"], mayBeEmpty: true },
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

/** By what else a file knows a company that is here already. */
export const organizationMarkTable = importTable({
  name: "organization_mark",
  columns: { id: "uuid", organization_id: "uuid", kind: "text", value: "text" },
  now: ["created_at"],
  undo: "retract",
  afterwards: settleDomains,
})

const choices = { one: "One company", own: "Companies of their own" }

/** Why it is not sure which company a row is about (rules/whichCompany.ts), and a host that tells nothing. */
const remarks = {
  "id-in-other-capitals": {
    tells:
      "The id “{{value}}” differs from one that is recorded in capitals only. Is that one company? Rows: {{count}}.",
    choices,
  },
  "group-on-one-domain": {
    tells: "{{value}} is the domain of several names or ids. Is that one company? Rows: {{count}}.",
    choices,
  },
  "second-domain": {
    tells: "“{{value}}” is here with another domain. Is that one company with both domains? Rows: {{count}}.",
    choices,
  },
  "like-name": {
    tells: "Names that differ in legal form or writing only are read as one company. Rows: {{count}}.",
    ...{ choices, usual: "one" },
  },
  namesake: {
    tells: "Names are alike, but ids or domains are not: read as companies of their own. Rows: {{count}}.",
    ...{ choices, usual: "own" },
  },
  "told-again": {
    tells:
      "Rows about a company that the file has told before, in other words or by another name. The first of them counts. Rows: {{count}}.",
  },
  "host-of-many": {
    tells: "{{value}} is a host that many companies share. It identifies nobody and is left out. Rows: {{count}}.",
  },
} as const satisfies Readonly<Record<string, RemarkKind>>

export const importable: Partial<Importable> = {
  tables: [organizationTable, organizationMarkTable],
  remarks,
  reasons: {
    "company-in-doubt": "This may be “{{name}}”, which is here already. Choose whether it is one company.",
  },
  holds: [
    { table: "organization", from: "organization", by: "parent_id" },
    { table: "organization", from: "organization_mark", by: "organization_id", goesWith: true },
  ],
}
