import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "onboarding",
  tables: {
    onboarding_plan: nobody("partnership_type"),
    onboarding: {
      ...nobody("party_id"),
      name: "words",
      started_by: "account",
      given_up_why: "words",
      opened_why: "words",
    },
  },
}
