import type { Screens } from "#client/area"
import { listOccurrences } from "#contract/commitments"

export const screens: Screens = {
  "promises/$commitment": async (first) => [`promises/${(await first(listOccurrences)).commitmentId}`],
}
