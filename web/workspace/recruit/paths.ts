import { within } from "#client/paths"

export const recruitPath = (slug: string) => within(slug, "recruit")
export const candidatePath = (slug: string, candidate: string) => within(slug, "recruit", "candidates", candidate)
export const coveragePath = (slug: string) => within(slug, "recruit", "coverage")
export const conflictListPath = (slug: string) => within(slug, "recruit", "conflict-list")
export const profilesPath = (slug: string) => within(slug, "recruit", "profiles")
export const profilePath = (slug: string, profile: string) => within(slug, "recruit", "profiles", profile)
export const applicationsPath = (slug: string) => within(slug, "recruit", "applications")
export const applicationPath = (slug: string, application: string) =>
  within(slug, "recruit", "applications", application)
export const formPath = (slug: string, form: string) => within(slug, "recruit", "forms", form)
