import { within } from "#client/paths"

export const notificationsPath = (slug: string) => within(slug, "notifications")
