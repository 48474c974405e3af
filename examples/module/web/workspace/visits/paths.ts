import { within } from "#client/paths"

export const visitsPath = (slug: string) => within(slug, "visits")
