import type { Screens } from "#client/area"

export const screens: Screens = {
  "-/promises": async () => ["-/promises", "-/promises?standing=all&sort=-dueOn&owing=across&vendor=demo"],
}
