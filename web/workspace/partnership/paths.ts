import { within } from "#client/paths"

export const partnershipPath = (slug: string, partnership: string) => within(slug, "partnerships", partnership)
