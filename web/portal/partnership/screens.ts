import type { Screens } from "#client/area"
import { listOwnPartnerships } from "#contract/portfolio"

export const screens: Screens = {
  "$slug/partnerships/$partnership": async (first) => [`demo/partnerships/${(await first(listOwnPartnerships)).id}`],
}
