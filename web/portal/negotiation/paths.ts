import { paths } from "#client/paths"

/** The words of an agreement that a vendor put before one's company. */
export const portalNegotiationPath = (slug: string, partnership: string, draft: string): string =>
  `${paths.portalPartnership(slug, partnership)}/negotiation/${encodeURIComponent(draft)}`
