import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router"
import type { AreaRoute } from "#client/area"
import { guidePath } from "#client/guidePath"
import { linkTo } from "#client/linkTo"
import { inOtherEntrance, isOtherSides } from "#client/otherEntrance"
import { paths } from "#client/paths"
import { queries } from "#client/queries"
import { sessionQuery } from "#client/session"
import { homePath } from "#paths/home"
import { pagesBelow } from "#shell/pages"
import { Root } from "#shell/Root"
import { NoPage, RouteProblem, Waiting } from "#shell/RouteStates"
import { NotFoundState } from "#ui/states"
import { AreasProvider } from "./shell/areas.tsx"
import { landing } from "./shell/landing.ts"

/*
 * An area is a folder `web/workspace/<area>/`; what lies there under these names is found, and nothing is listed here:
 *
 *   routes.ts    export const routes: readonly AreaRoute[] = [{ path: "portfolio", page: () => import("./Portfolio.tsx"), ... }]
 *   paths.ts     the addresses of its pages, for whoever links to them: `#paths/<area>`
 *   texts/       its texts, a file per language, and their keys for the compiler
 *   commands.ts  what the palette offers besides: pages below, things to make (`AreaCommand`)
 *   screens.ts   where a screen test finds a page whose address has parameters
 *
 * Pages are default exports, read the address with `useView` and `useParams`, and are fetched when first opened.
 */
const found = import.meta.glob<readonly AreaRoute[]>("./*/routes.ts", { eager: true, import: "routes" })
const areas = Object.values(found).flat()

const root = createRootRoute({ component: Root, notFoundComponent: NoPage, errorComponent: RouteProblem })

const open = (path: string, page: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(page as never, name as never) })

const start = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: async () => {
    const to = landing(await queries.ensureQueryData(sessionQuery))
    throw to === paths.portal() ? redirect({ href: to, reloadDocument: true }) : redirect({ to })
  },
})

const workspace = createRoute({
  getParentRoute: () => root,
  path: "/w/$slug",
  beforeLoad: async ({ location, params: { slug } }) => {
    const session = await queries.ensureQueryData(sessionQuery)
    if (session === null) throw redirect(linkTo(paths.signIn(location.href)))
    // Nothing of a workspace is shown before the second factor that it asks for.
    if (session.workspaces.some((each) => each.slug === slug && each.side === "host" && each.needsFactor))
      throw redirect({ href: paths.account(paths.root(), slug), reloadDocument: true })
    if (isOtherSides(session.workspaces, slug, "host"))
      throw redirect({ href: inOtherEntrance("portal", location), reloadDocument: true })
  },
  component: lazyRouteComponent(() => import("./shell/Shell.tsx"), "Shell"),
})

const workspaceStart = createRoute({
  getParentRoute: () => workspace,
  path: "/",
  beforeLoad: ({ params }) => {
    throw redirect({ to: homePath(params.slug) })
  },
})

/** Below a workspace an unknown address keeps the navigation in view. */
const workspaceElsewhere = createRoute({
  getParentRoute: () => workspace,
  path: "$",
  component: () => <NotFoundState isPage />,
})

const pages = pagesBelow(workspace, areas, "workspace")

const entrance = () => import("./sign-in/index.ts")

const account = createRoute({
  getParentRoute: () => root,
  path: "/account",
  beforeLoad: async ({ location }) => {
    if ((await queries.ensureQueryData(sessionQuery)) === null) throw redirect(linkTo(paths.signIn(location.href)))
  },
  component: lazyRouteComponent(() => import("./sign-in/OwnAccount.tsx"), "OwnAccount"),
})

/** Mails and colleagues lead to a guide without knowing whose reader comes: it is shown in their own entrance. */
const help = createRoute({
  getParentRoute: () => root,
  path: "/help/$",
  beforeLoad: async ({ location, params: { _splat = "" } }) => {
    const session = await queries.ensureQueryData(sessionQuery)
    if (session === null) throw redirect(linkTo(paths.signIn(location.href)))
    const to = guidePath(landing(session), _splat) + (location.hash === "" ? "" : `#${location.hash}`)
    throw redirect({ href: to, reloadDocument: to.startsWith(paths.portal()) })
  },
})

const tree = root.addChildren([
  start,
  workspace.addChildren([workspaceStart, ...pages, workspaceElsewhere]),
  open("/sign-in", entrance, "SignIn"),
  open("/forgot-password", entrance, "ForgotPassword"),
  open("/reset-password", entrance, "ResetPassword"),
  open("/invitation", entrance, "AcceptInvitation"),
  account,
  help,
  open("/setup", () => import("./sign-in/Setup.tsx"), "Setup"),
  // Whoever holds a document asks here whether it is the one that was sealed.
  open("/verify", () => import("./verify/Verify.tsx"), "Verify"),
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
