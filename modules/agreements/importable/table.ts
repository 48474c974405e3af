import { importTable } from "#platform/importable"
import { agreementsChanged, corrections, noticeDayOf } from "./corrections.ts"

export const agreementTable = importTable({
  name: "agreement",
  columns: {
    id: "uuid",
    partnership_id: "uuid",
    title: "text",
    state: "text",
    signed_on: "date",
    host_signer: "text",
    partner_signer: "text",
    starts_on: "date",
    ends_on: "date",
    auto_renews: "boolean",
    notice_days: "integer",
    notice_on: "date",
    value_minor: "bigint",
    currency: "text",
    external_id: "text",
  },
  now: ["created_at", "updated_at"],
  about: "partnership_id",
  isVersioned: true,
  again: corrections,
  edits: {
    "agreement.changed": "compared",
    "agreement.terminated": ["ends_on", "state"],
    "agreement.signed_file_named": ["signed_on"],
    "agreement.signers_named": ["signed_on", "host_signer", "partner_signer"],
    "agreement.amended": "compared",
  },
  reckoned: noticeDayOf,
  changed: agreementsChanged,
  undo: "delete",
})
