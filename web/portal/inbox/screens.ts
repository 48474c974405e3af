import type { Screens } from "#client/area"

export const screens: Screens = {
  "$slug/inbox": async () => ["demo/inbox", "demo/inbox?show=preferences"],
}
