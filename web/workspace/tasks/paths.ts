import { within } from "#client/paths"

export const tasksPath = (slug: string) => within(slug, "tasks")
