import type { Screens } from "#client/area"
import { listPlanTemplates } from "#contract/tasks"

export const screens: Screens = {
  "settings/$section": async () => [
    "settings/members",
    "settings/times",
    "settings/plans",
    "settings/approvals",
    "settings/account",
  ],
  "settings/plans/$planTemplate": async (first) => [`settings/plans/${(await first(listPlanTemplates)).id}`],
}
