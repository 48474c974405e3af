import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router"
import type { AreaRoute } from "#client/area"
import { loadTexts } from "#client/i18n"
import { paths } from "#client/paths"
import { queries } from "#client/queries"
import { sessionQuery } from "#client/session"
import { NotFoundState } from "#ui/states"
import { auditRoutes } from "./audit/routes.ts"
import { homeRoutes } from "./home/routes.ts"
import { importsRoutes } from "./imports/routes.ts"
import { newAgreementRoutes } from "./new-agreement/routes.ts"
import { newPartnershipRoutes } from "./new-partnership/routes.ts"
import { notificationsRoutes } from "./notifications/routes.ts"
import { organizationsRoutes } from "./organizations/routes.ts"
import { partnershipRoutes } from "./partnership/routes.ts"
import { portfolioRoutes } from "./portfolio/routes.ts"
import { settingsRoutes } from "./settings/routes.ts"
import { AreasProvider } from "./shell/areas.tsx"
import { landing } from "./shell/landing.ts"
import { Root } from "./shell/Root.tsx"
import { NoPage, RouteProblem, Waiting } from "./shell/RouteStates.tsx"

/*
 * To add an area, add one line here. An area is a folder `web/workspace/<area>/` whose `routes.ts` exports
 *
 *   export const portfolioRoutes: readonly AreaRoute[] = [
 *     { path: "portfolio", page: () => import("./Portfolio.tsx"), texts: ["portfolio"], search: readView, nav: { label: "nav.portfolio", ... } },
 *   ]
 *
 * and whose pages are default exports. Its texts go to `web/locales/<language>/<area>.json` and, for typed keys, as one
 * line into `web/i18next.d.ts`. Pages read the address with `useView` and `useParams`, and link with `paths`.
 */
const areas: readonly AreaRoute[] = [
  ...homeRoutes,
  ...portfolioRoutes,
  ...newAgreementRoutes,
  ...notificationsRoutes,
  ...auditRoutes,
  ...importsRoutes,
  ...newPartnershipRoutes,
  ...organizationsRoutes,
  ...partnershipRoutes,
  ...settingsRoutes,
]

const root = createRootRoute({ component: Root, notFoundComponent: NoPage, errorComponent: RouteProblem })

const open = (path: string, page: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(page as never, name as never) })

const start = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: async () => {
    throw redirect({ to: landing(await queries.ensureQueryData(sessionQuery)) })
  },
})

const workspace = createRoute({
  getParentRoute: () => root,
  path: "/w/$slug",
  beforeLoad: async ({ location }) => {
    const session = await queries.ensureQueryData(sessionQuery)
    if (session === null) throw redirect({ to: paths.signIn(location.href) })
  },
  component: lazyRouteComponent(() => import("./shell/Shell.tsx"), "Shell"),
})

const workspaceStart = createRoute({
  getParentRoute: () => workspace,
  path: "/",
  beforeLoad: ({ params }) => {
    throw redirect({ to: paths.home(params.slug) })
  },
})

/** Below a workspace an unknown address keeps the navigation in view. */
const workspaceElsewhere = createRoute({
  getParentRoute: () => workspace,
  path: "$",
  component: () => <NotFoundState isPage />,
})

const pages = areas.map(({ path, page, texts, search, ahead }) =>
  createRoute({
    getParentRoute: () => workspace,
    path,
    component: lazyRouteComponent(() => {
      loadTexts(texts)
      return page()
    }),
    ...(search ? { validateSearch: search } : {}),
    staticData: ahead ? { ahead } : {},
  }),
)

const entrance = () => import("./sign-in/index.ts")

const tree = root.addChildren([
  start,
  workspace.addChildren([workspaceStart, ...pages, workspaceElsewhere]),
  open("/sign-in", entrance, "SignIn"),
  open("/forgot-password", entrance, "ForgotPassword"),
  open("/reset-password", entrance, "ResetPassword"),
  open("/invitation", entrance, "AcceptInvitation"),
  open("/setup", () => import("./sign-in/Setup.tsx"), "Setup"),
  // Every mark and piece with sample data, for those who build Keelson; no navigation leads there.
  open("/gallery", () => import("./gallery/Gallery.tsx"), "Gallery"),
])

export const router = createRouter({
  routeTree: tree,
  defaultPreload: "intent",
  defaultPendingComponent: Waiting,
  defaultErrorComponent: RouteProblem,
  defaultNotFoundComponent: NoPage,
  scrollRestoration: true,
  InnerWrap: ({ children }) => <AreasProvider areas={areas}>{children}</AreasProvider>,
})
