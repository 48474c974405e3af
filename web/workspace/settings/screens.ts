import type { Screens } from "#client/area"

export const screens: Screens = { "settings/$section": async () => ["settings/members", "settings/account"] }
