import type { User } from "#platform/accounts"

/** A person as sign-in's own library hands them out. */
export const userOf = (found: { id: string; name: string; email: string } & Record<string, unknown>): User => ({
  id: found.id,
  name: found.name,
  email: found.email,
  locale: typeof found["locale"] === "string" ? found["locale"] : "en",
})
