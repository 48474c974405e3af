import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "approvals",
  tables: {
    approval: {
      title: "words",
      intent: "words",
      asked_by: "account",
      barred: "account",
      asked_by_name: "name of asked_by",
      steps: "words",
      left_out: "words",
      ...nobody("currency", "hash"),
    },
    approval_answer: {
      user_id: "account",
      name: "name of user_id",
      stands_for: "account",
      stands_for_names: "words",
      reason: "words",
      ...nobody("hash"),
    },
    approval_rule: { steps: "words" },
    deputy: {
      person_id: "account",
      person_name: "name of person_id",
      deputy_id: "account",
      deputy_name: "name of deputy_id",
    },
  },
}
