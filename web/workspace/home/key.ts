import type { Entry } from "#client/attention"

/** What a row is known by on the page: its list and its thing. */
export const keyOf = ({ list, id }: Pick<Entry, "list" | "id">): string => `${list} ${id}`
