import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "tasks",
  tables: {
    plan: { name: "words", started_by: "account" },
    plan_edition: { steps: "words", made_by: "account" },
    plan_template: { name: "words", description: "words" },
    task: {
      title: "words",
      description: "words",
      owner_id: "account",
      owner_name: "name of owner_id",
      given_by: "account",
      reason: "words",
      note: "words",
      link: "words",
      grants: "words",
      ...nobody("country"),
    },
  },
}
