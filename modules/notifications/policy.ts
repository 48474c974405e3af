import type { Actor } from "#core/actor"

/** Everyone reads and arranges what they themselves are told; whose rows those are is in every query. */
export const mayReadOwn = (actor: Actor): true => {
  if (!("userId" in actor)) throw new TypeError("only a person has notifications")
  return true
}
