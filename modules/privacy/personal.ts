import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "privacy",
  tables: {
    erasure: {
      user_ids: "account",
      member_ids: "member",
      partner_user_ids: "partner user",
      contact_ids: "contact",
      asked_by: "account",
      ...nobody("counts"),
    },
  },
}
