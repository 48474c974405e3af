import type { Screens } from "#client/area"

export const screens: Screens = { $slug: async () => ["demo"] }
