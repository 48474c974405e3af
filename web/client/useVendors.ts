import { inReadingOrder } from "#core/readingOrder"
import type { MyWorkspace } from "./session.ts"
import { useSession } from "./session.ts"

/** The vendors that this person works with and may enter now, by name. */
export const useVendors = (): readonly MyWorkspace[] =>
  useSession()
    .workspaces.filter(({ side, needsFactor }) => side === "partner" && !needsFactor)
    .toSorted((one, other) => inReadingOrder(one.name, other.name))

/** Those that ask for a second factor first. */
export const useClosedVendors = (): readonly MyWorkspace[] =>
  useSession().workspaces.filter(({ side, needsFactor }) => side === "partner" && needsFactor)
