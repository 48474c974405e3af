import { within } from "#client/paths"

export const settingsPath = (slug: string) => within(slug, "settings")
export const settingsSectionPath = (slug: string, section: string) => within(slug, "settings", section)
export const mailedLinksPath = (slug: string) => within(slug, "settings", "links")
export const newPlanPath = (slug: string) => within(slug, "settings", "plans", "new")
export const planPath = (slug: string, template: string) => within(slug, "settings", "plans", template)
export const securityLogPath = (slug: string) => within(slug, "settings", "security")
export const personalDataPath = (slug: string, person: string) => within(slug, "settings", "privacy", person)
