import type { PlainDate } from "#core/time"
import { useSession } from "./session.ts"
import { useSlug } from "./workspace.ts"

/** The day it is in the workspace that this part of the page is about, as the server says it: the reader may sit in another time zone. */
export const useToday = (): PlainDate => {
  const slug = useSlug()
  const workspace = useSession().workspaces.find((each) => each.slug === slug)
  if (!workspace) throw new Error(`${slug} is no workspace of this person`)
  return workspace.today
}
