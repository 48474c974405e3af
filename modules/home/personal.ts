import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "home",
  tables: { snooze: { user_id: "own rows", ...nobody("list") } },
}
