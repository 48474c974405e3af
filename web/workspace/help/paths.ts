import { within } from "#client/paths"

export const helpPath = (slug: string) => within(slug, "help")
export const helpGuidePath = (slug: string, guide: string) => within(slug, "help", guide)
