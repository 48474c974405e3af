import type { MyWorkspace } from "./session.ts"
import { useSession } from "./session.ts"

/** The vendors that this person works with, by name. */
export const useVendors = (): readonly MyWorkspace[] =>
  useSession()
    .workspaces.filter(({ side }) => side === "partner")
    .toSorted((one, other) => one.name.localeCompare(other.name))
