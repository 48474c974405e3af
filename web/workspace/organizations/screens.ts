import type { Screens } from "#client/area"
import { listOrganizations } from "#contract/organizations"

export const screens: Screens = {
  "organizations/$organization": async (first) => [`organizations/${(await first(listOrganizations)).id}`],
}
