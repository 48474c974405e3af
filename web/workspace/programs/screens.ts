import type { Screens } from "#client/area"
import { listPrograms } from "#contract/programs"

export const screens: Screens = {
  "programs/$program": async (first) => [`programs/${(await first(listPrograms)).id}`],
}
