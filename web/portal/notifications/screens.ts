import type { Screens } from "#client/area"

export const screens: Screens = {
  "$slug/notifications": async () => ["demo/notifications?show=all", "demo/notifications?show=preferences"],
}
