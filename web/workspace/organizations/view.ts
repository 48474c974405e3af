const sorts = ["name", "-name", "createdAt", "-createdAt"] as const

/** What the list shows, as the address says it; what makes no sense there falls back. */
export const readView = (raw: Record<string, unknown>) => ({
  search: typeof raw.search === "string" ? raw.search : "",
  sort: sorts.find((sort) => sort === raw.sort) ?? ("name" as const),
})

/** The company that somebody came to merge with this one, or whose address led here. */
export const readCompany = (raw: Record<string, unknown>) => ({
  ...(typeof raw.merge === "string" ? { merge: raw.merge } : {}),
  ...(typeof raw.formerly === "string" ? { formerly: raw.formerly } : {}),
})
