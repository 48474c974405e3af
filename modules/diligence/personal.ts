import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "diligence",
  tables: {
    diligence_list: { requirements: "words", ...nobody("partnership_type") },
    diligence_item: {
      asks: "words",
      owner_id: "member",
      why: "words",
      settled_by: "member",
      ...nobody("kind", "state"),
    },
    diligence_round: {
      note: "words",
      link: "words",
      register: "words",
      reference: "words",
      given_by: "member",
      reviewed_by: "member",
      review: "words",
      ...nobody("state", "check_result"),
    },
  },
}
