import { within } from "#client/paths"

export const homePath = (slug: string) => within(slug, "home")
