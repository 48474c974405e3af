import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "conditions",
  tables: {
    attention_condition: { ...nobody("expression") },
  },
}
