import { within } from "#client/paths"

export const recruitPath = (slug: string) => within(slug, "recruit")
export const candidatePath = (slug: string, candidate: string) => within(slug, "recruit", "candidates", candidate)
export const conflictListPath = (slug: string) => within(slug, "recruit", "conflict-list")
export const profilesPath = (slug: string) => within(slug, "recruit", "profiles")
export const profilePath = (slug: string, profile: string) => within(slug, "recruit", "profiles", profile)
