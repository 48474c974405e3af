import type { ComponentType } from "react"
import type { Endpoint, OutputOf } from "#core/endpoint"

declare module "@tanstack/react-router" {
  interface StaticDataRouteOption {
    ahead?: AreaRoute["ahead"]
    /** Where the part of a guide is that is about the page at this address. */
    help?: (address: string) => Promise<string | undefined>
  }
}

/** The groups of the navigation; `shell/groups.ts` names them in their order. */
export type NavGroup = "work" | "partners" | "settings"

/** What a person may see to in a workspace, as their session says it. */
export type Needed = "seeToRecord" | "seeToWorkspace"

/** One page of the host's workspace or of the portal, as its area's `routes.ts` brings it. */
export type AreaRoute = Readonly<{
  /** Below `/w/$slug`, in the portal below `/portal`, in TanStack Router's way: "portfolio", "partnerships/$partnership". */
  path: string
  /** The last word of an address that it had before, to which mails and bookmarks still lead. */
  was?: string
  /** Fetched when the page is first opened: `() => import("./Portfolio.tsx")`, whose default export is the page. */
  page: () => Promise<{ default: ComponentType }>
  /** Areas and subjects whose texts the page shows, fetched beside it: each that is missed when it is drawn holds it up again. */
  texts: readonly string[]
  /** Reads the address's search into what the page works with; wrong values fall back, never throw. */
  search?: (raw: Record<string, unknown>) => Record<string, unknown>
  /** Asks for what the page opens with, beside its code, when the visit begins here. */
  ahead?: (at: { params: Readonly<Record<string, string>>; search: Record<string, unknown> }) => void
  /** A place in the navigation, for the area's first page only; its name is in `texts/nav.<language>.json`, by `path`. */
  nav?: Readonly<{
    Icon: ComponentType<{ size?: number; stroke?: number; "aria-hidden"?: boolean }>
    /** Lower stands higher. */
    order: number
    /** Jumps there: "g p". */
    keys?: string
    /** The group it stands in; without one it stands above them all. */
    group?: NavGroup
    /** Within a thumb's reach on a phone. */
    isOnPhone?: boolean
    /** What its page asks of a reader, who is not led there otherwise. */
    needs?: Needed
    /** How much waits there, beside the name. */
    Count?: ComponentType
  }>
  /** The part of a guide that its question mark opens, "pages#home", for an area that `guides.ts` does not know: one of a module from elsewhere. */
  help?: string
  /** What the search finds that this area shows, by its kind, and the page it opens. */
  opens?: Readonly<Record<string, (found: Found) => string>>
}>

/** Something that the search found by its name. */
export type Found = Readonly<{
  slug: string
  id: string
  organizationId: string | null
  partnershipId?: string | undefined
  thread?: string | undefined
}>

/**
 * The addresses below a workspace at which a screen test looks at a page, by the page's path, in an area's `screens.ts`:
 * `first` answers the first of a list in the demo. A page without parameters needs none.
 */
export type Screens = Readonly<Record<string, (first: First) => Promise<readonly string[]>>>
type First = <E extends Endpoint>(
  list: E,
) => Promise<OutputOf<E> extends { items: readonly (infer Item)[] } ? Item : never>
