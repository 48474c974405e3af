import type { Screens } from "#client/area"
import { listContacts } from "#contract/people"
import { listPlanTemplates } from "#contract/tasks"

export const screens: Screens = {
  "settings/$section": async () => [
    "settings/members",
    "settings/times",
    "settings/plans",
    "settings/approvals",
    "settings/privacy",
    "settings/account",
  ],
  "settings/privacy/$person": async (first) => [`settings/privacy/${(await first(listContacts)).id}`],
  "settings/plans/$planTemplate": async (first) => [`settings/plans/${(await first(listPlanTemplates)).id}`],
}
