import type { ParseKeys } from "i18next"
import type { ComponentType } from "react"
import type { CommandSearch } from "#ui/CommandPalette.lazy"

declare module "@tanstack/react-router" {
  interface StaticDataRouteOption {
    ahead?: AreaRoute["ahead"]
  }
}

/** One page of the host workspace, as its area hands it to `web/workspace/routes.tsx`. */
export type AreaRoute = Readonly<{
  /** Below `/w/$slug`, in TanStack Router's way: "portfolio", "partnerships/$partnership". */
  path: string
  /** Fetched when the page is first opened: `() => import("./Portfolio.tsx")`, whose default export is the page. */
  page: () => Promise<{ default: ComponentType }>
  /** Areas whose texts the page shows, fetched beside it: each that is missed when it is drawn holds it up again. */
  texts: readonly string[]
  /** Reads the address's search into what the page works with; wrong values fall back, never throw. */
  search?: (raw: Record<string, unknown>) => Record<string, unknown>
  /** Asks for what the page opens with, beside its code, when the visit begins here. */
  ahead?: (at: { params: Readonly<Record<string, string>>; search: Record<string, unknown> }) => void
  /** A place in the navigation, for the area's first page only. */
  nav?: Readonly<{
    /** Texts of the navigation live in `locales/<language>/shell.json`. */
    label: ParseKeys<"shell">
    Icon: ComponentType<{ size?: number; stroke?: number; "aria-hidden"?: boolean }>
    /** Lower stands higher. */
    order: number
    /** Jumps there: "g p". */
    keys?: string
    /** Settings and the like stand at the foot. */
    isFoot?: boolean
  }>
  /** What the command palette can find in this area. */
  find?: CommandSearch
}>
