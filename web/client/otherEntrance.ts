import { partnershipTabs } from "./partnershipSection.ts"

/** What both entrances have below a workspace. The rest of the one leads to the start of the other. */
const inBoth = /^\/(?:w|portal)\/([^/]+)((?:\/partnerships\/[^/]+|\/(?:inbox|notifications))\/?$)?/

/** A partnership's tabs are one page in the portal. */
const tab = new RegExp(`(?<=/partnerships/[^/]+)/(?:${partnershipTabs.join("|")})/?$`)

type Address = Readonly<{ pathname: string; searchStr: string; hash: string }>

/** Where the same thing is in the other entrance, for whoever opened an address of the other side. */
export const inOtherEntrance = (to: "w" | "portal", { pathname, searchStr, hash }: Address): string => {
  const [, slug = "", same] = inBoth.exec(pathname.replace(tab, "")) ?? []
  const place = `/${to}/${slug}`
  return same === undefined ? place : `${place}${same}${searchStr}${hash === "" ? "" : `#${hash}`}`
}

/** A workspace that one enters from the other side only. */
export const isOtherSides = (
  workspaces: readonly Readonly<{ slug: string; side: "host" | "partner" }>[],
  slug: string | undefined,
  side: "host" | "partner",
): boolean => {
  const access = workspaces.filter((each) => each.slug === slug)
  return access.length > 0 && !access.some((each) => each.side === side)
}
