import { within } from "#client/paths"

export const auditPath = (slug: string) => within(slug, "audit")
