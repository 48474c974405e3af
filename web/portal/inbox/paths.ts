import { paths } from "#client/paths"

/** What one was told of one vendor's partnerships, and what one wants to be told. */
export const portalInboxPath = (slug: string): string => `${paths.portalHome(slug)}/inbox`
