import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router"
import type { AreaRoute } from "#client/area"
import { inOtherEntrance, isOtherSides } from "#client/otherEntrance"
import { paths } from "#client/paths"
import { queries } from "#client/queries"
import { sessionQuery } from "#client/session"
import { pagesBelow } from "#shell/pages"
import { Root } from "#shell/Root"
import { NoPage, RouteProblem, Waiting } from "#shell/RouteStates"
import { NotFoundState } from "#ui/states"

/* An area is a folder `web/portal/<area>/`, as in the workspace: `routes.ts`, `paths.ts` (`#portal/<area>`), `texts/`, `screens.ts`. */
const found = import.meta.glob<readonly AreaRoute[]>("./*/routes.ts", { eager: true, import: "routes" })

const root = createRootRoute({ component: Root, notFoundComponent: NoPage, errorComponent: RouteProblem })

const portal = createRoute({
  getParentRoute: () => root,
  path: "/portal",
  beforeLoad: async ({ location }) => {
    const session = await queries.ensureQueryData(sessionQuery)
    // The door belongs to the other entrance.
    if (session === null) throw redirect({ href: paths.signIn(location.href), reloadDocument: true })
    const [, slug] = /^\/portal\/([^/]+)/.exec(location.pathname) ?? []
    // Nothing of a vendor is shown before the second factor that it asks for.
    if (session.workspaces.some((each) => each.slug === slug && each.side === "partner" && each.needsFactor))
      throw redirect({ href: paths.account(paths.portal(), slug), reloadDocument: true })
    if (isOtherSides(session.workspaces, slug, "partner"))
      throw redirect({ href: inOtherEntrance("w", location), reloadDocument: true })
  },
  component: lazyRouteComponent(() => import("./shell/Shell.tsx"), "Shell"),
})

/** Below the portal an unknown address keeps the navigation in view. */
const elsewhere = createRoute({
  getParentRoute: () => portal,
  path: "$",
  component: () => <NotFoundState isPage />,
})

export const router = createRouter({
  routeTree: root.addChildren([
    portal.addChildren([...pagesBelow(portal, Object.values(found).flat(), "portal"), elsewhere]),
  ]),
  defaultPreload: "intent",
  defaultPendingComponent: Waiting,
  defaultErrorComponent: RouteProblem,
  defaultNotFoundComponent: NoPage,
  scrollRestoration: true,
})
