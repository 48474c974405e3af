import type { Importable } from "#platform/importable"
import { agreements } from "./importable/agreements.ts"
import { commitments, objectives } from "./importable/clauses.ts"
import { agreementTable } from "./importable/table.ts"
import { term } from "./importable/term.ts"

export const importable: Partial<Importable> = {
  kinds: [agreements, objectives, commitments],
  additions: [term],
  tables: [agreementTable],
  holds: [
    { table: "partnership", from: "agreement", by: "partnership_id" },
    { table: "partnership", from: "agreement_draft", by: "partnership_id" },
    // Of a draft, which holds the partnership by itself.
    { table: "partnership", from: "agreement_version", by: "partnership_id", goesWith: true },
    { table: "partnership", from: "version_consent", by: "partnership_id", goesWith: true },
    { table: "agreement", from: "agreement_draft", by: "agreement_id", where: "r.partnership_id = t.partnership_id" },
    { table: "partnership", from: "notice_given", by: "partnership_id", goesWith: true },
    { table: "agreement", from: "notice_given", by: "agreement_id", where: "r.partnership_id = t.partnership_id" },
    { table: "agreement", from: "objective", by: "agreement_id", where: "r.partnership_id = t.partnership_id" },
    { table: "agreement", from: "commitment", by: "agreement_id", where: "r.partnership_id = t.partnership_id" },
  ],
  remarks: {
    "term-made": {
      ofNewRows: true,
      tells:
        "{{field}} makes an agreement that holds from the day shown and does not renew by itself: the file says no more of it. Rows: {{count}}.",
    },
    "term-left-out": {
      tells:
        "{{field}} is not taken: the partnership has agreements, and the file does not say which one ends then. Rows: {{count}}.",
    },
  },
  reasons: {
    "agreement-unknown": "This partnership has no such agreement. Import the agreements first, or correct the title.",
    "agreement-ambiguous": "This partnership has several agreements. Add a column with the agreement's title.",
    "notice-said-twice": "The row names a notice period in days and one in months. Leave one of them empty.",
  },
}
