import { paths } from "#client/paths"
import type { Session } from "#client/session"
import { homePath } from "#paths/home"

const lastKey = "keelson-workspace"

export const rememberWorkspace = (slug: string): void => localStorage.setItem(lastKey, slug)

/** Where a person starts: the workspace used last, else the first, else the portal, else the door. */
export const landing = (session: Session | null): string => {
  if (session === null) return paths.signIn()
  const hosts = session.workspaces.filter((each) => each.side === "host")
  const wanted = hosts.find((each) => each.slug === localStorage.getItem(lastKey)) ?? hosts[0]
  return wanted ? homePath(wanted.slug) : paths.portal()
}
