import { within } from "#client/paths"

export const importsPath = (slug: string) => within(slug, "imports")
export const importRunPath = (slug: string, run: string) => within(slug, "imports", run)
