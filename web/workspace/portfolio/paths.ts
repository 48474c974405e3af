import { within } from "#client/paths"

export const portfolioPath = (slug: string) => within(slug, "portfolio")
