import { within } from "#client/paths"

export const approvalsPath = (slug: string) => within(slug, "approvals")
