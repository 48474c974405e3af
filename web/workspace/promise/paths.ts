import { within } from "#client/paths"

/** One promise; `due` chooses one of its due days. */
export const promisePath = (slug: string, commitment: string, due?: string) =>
  `${within(slug, "promises", commitment)}${due === undefined ? "" : `?due=${due}`}`
