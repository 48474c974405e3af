import type { Needed } from "./area.ts"
import { useSession } from "./session.ts"
import { useSlug } from "./workspace.ts"

/** Whether a page that asks this of its reader is open to them here: nobody is led to one that is closed. */
export const useMayGo = (): ((needs: Needed | undefined) => boolean) => {
  const slug = useSlug()
  const { workspaces } = useSession()
  const abilities = workspaces.find((each) => each.slug === slug && each.side === "host")?.abilities
  return (needs) => needs === undefined || abilities?.[needs] === true
}
