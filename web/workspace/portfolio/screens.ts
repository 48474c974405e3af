import type { Screens } from "#client/area"

export const screens: Screens = { portfolio: async () => ["portfolio", "portfolio?view=map"] }
