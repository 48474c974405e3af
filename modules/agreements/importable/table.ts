import { importTable } from "#platform/importable"

export const agreementTable = importTable({
  name: "agreement",
  columns: {
    id: "uuid",
    partnership_id: "uuid",
    title: "text",
    state: "text",
    signed_on: "date",
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
  undo: "delete",
})
