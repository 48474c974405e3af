import { within } from "#client/paths"

export const settingsPath = (slug: string) => within(slug, "settings")
export const settingsSectionPath = (slug: string, section: string) => within(slug, "settings", section)
