import { within } from "#client/paths"

/** The words of an agreement that is being written, as both sides negotiate them. */
export const negotiationPath = (slug: string, partnership: string, draft: string) =>
  within(slug, "partnerships", partnership, "negotiation", draft)
