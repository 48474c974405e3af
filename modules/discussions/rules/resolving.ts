import { type Refusal, refuse } from "#core/refusal"
import type { Instant } from "#core/time"

type Thread = Readonly<{ lastPosition: number; removed: number; resolvedAt: Instant | null }>

/**
 * A thread is settled by whoever has read all of it: what was written meanwhile would be settled unread. Saying so twice changes
 * nothing; false then.
 */
export const decideResolve = (
  { lastPosition, removed, resolvedAt }: Thread,
  readUpTo: number,
): boolean | Refusal<"nothing-to-resolve" | "said-meanwhile"> => {
  if (lastPosition === removed) return refuse("nothing-to-resolve")
  if (lastPosition > readUpTo) return refuse("said-meanwhile", { position: lastPosition })
  return resolvedAt === null
}
