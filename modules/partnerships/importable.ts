import type { Importable } from "#platform/importable"
import { partnershipTable } from "./importable/makePartner.ts"
import { partners } from "./importable/recordPartners.ts"
import { tagTable } from "./importable/tags.ts"

export const importable: Partial<Importable> = {
  kinds: [partners],
  tables: [partnershipTable, tagTable],
  holds: [
    { table: "partnership", from: "note", by: "partnership_id" },
    { table: "partnership", from: "partnership_party", by: "partnership_id" },
    // One that a file brought goes with what it brought.
    { table: "partnership", from: "partnership_tag", by: "partnership_id", where: "r.import_id is null" },
    { table: "organization", from: "partnership", by: "organization_id" },
    { table: "organization", from: "partnership_party", by: "organization_id" },
  ],
  remarks: {
    "address-as-name": {
      about: "field",
      tells:
        "{{field}} is a web address: it tells the company by its domain, and is not kept as its name. Rows: {{count}}.",
    },
    "tag-left-out": {
      about: "field",
      tells:
        "Tags that are longer than 40 characters or more than 20 on one partnership: they are left out. Rows: {{count}}.",
    },
    "owner-not-here": {
      tells: "Owners that are nobody in this workspace. Rows: {{count}}.",
      ...{ choices: { leave: "Take the rows without an owner", refuse: "Leave out the rows" }, usual: "refuse" },
    },
    "owner-unsaid": {
      about: "file",
      tells: "New partnerships whose owner the file does not name. Rows: {{count}}.",
      choices: { importer: "Whoever imports owns them", nobody: "They have no owner for now" },
      usual: "importer",
      ofNewRows: true,
    },
  },
  reasons: {
    "partner-unknown": "No partner is called “{{name}}”. Match it to a partner, or have it made.",
    "partner-ambiguous": "Several partnerships may be meant by “{{name}}”. Choose one.",
    "company-needed": "Several companies take part in this partnership. Name the one that is meant.",
    "company-unknown": "No company called “{{name}}” takes part in this partnership.",
    "owner-unknown":
      "Nobody in this workspace has this e-mail address. Invite the person first, or leave the cell empty.",
  },
}
