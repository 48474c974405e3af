import { paths } from "#client/paths"

/** What one works on with one vendor. */
export const vendorPath = (slug: string): string => paths.portalHome(slug)
