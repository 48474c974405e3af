import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "guidance",
  tables: { dismissed_step: { user_id: "own rows", ...nobody("step") } },
}
