import type { PlainDate } from "#core/time"
import { useSession } from "./session.ts"
import { currentSlug } from "./workspace.ts"

/** The day it is in the workspace of the address, as the server says it: the reader may sit in another time zone. */
export const useToday = (): PlainDate => {
  const slug = currentSlug()
  const workspace = useSession().workspaces.find((each) => each.slug === slug)
  if (!workspace) throw new Error(`${slug} is no workspace of this person`)
  return workspace.today
}
