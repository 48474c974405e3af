import { within } from "#client/paths"

export const programsPath = (slug: string) => within(slug, "programs")
export const programPath = (slug: string, program: string) => within(slug, "programs", program)
