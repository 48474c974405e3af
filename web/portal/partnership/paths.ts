import { paths } from "#client/paths"

/** The shared record of one partnership. */
export const portalPartnershipPath = (slug: string, id: string): string => paths.portalPartnership(slug, id)
