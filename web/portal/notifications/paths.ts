import { paths } from "#client/paths"

/** What one was told of one vendor's partnerships, and what one wants to be told. */
export const portalNotificationsPath = (slug: string): string => `${paths.portalHome(slug)}/notifications`
