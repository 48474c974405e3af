import type { Screens } from "#client/area"

export const screens: Screens = {
  "-/help/$guide": async () => ["-/help/portal"],
}
