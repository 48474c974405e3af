import { within } from "#client/paths"

export const newPartnershipPath = (slug: string) => within(slug, "new-partnership")
