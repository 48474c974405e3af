import { within } from "#client/paths"

export const organizationsPath = (slug: string) => within(slug, "organizations")
export const organizationPath = (slug: string, organization: string) => within(slug, "organizations", organization)
