import { within } from "#client/paths"

export const inboxPath = (slug: string) => within(slug, "inbox")
