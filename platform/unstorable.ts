/** Where a text is that PostgreSQL cannot hold: one with NUL, or with half a surrogate pair. */
export const unstorable = (value: unknown, at = ""): string | undefined => {
  if (typeof value === "string") return value.includes("\u0000") || !value.isWellFormed() ? at : undefined
  if (typeof value !== "object" || value === null) return undefined
  for (const [name, inner] of Object.entries(value)) {
    const found = unstorable(inner, at === "" ? name : `${at}.${name}`)
    if (found !== undefined) return found
  }
  return undefined
}
