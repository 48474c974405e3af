import type { Screens } from "#client/area"
import { listOccurrences } from "#contract/commitments"

export const screens: Screens = {
  "-/promises": async () => ["-/promises", "-/promises?standing=all&sort=-dueOn&owing=across&vendor=demo"],
  "$slug/promises/$commitment": async (first) => [`demo/promises/${(await first(listOccurrences)).commitmentId}`],
}
