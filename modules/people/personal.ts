import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "people",
  tables: {
    invitation: { email: "address", invited_by: "somebody", ...nobody("role", "token_hash") },
    contact: {
      ...{ id: "contact", name: "name of id", email: "detail of id", title: "detail of id", phone: "detail of id" },
      external_id: "detail of id",
    },
    role_assignment: { contact_id: "contact" },
  },
}
