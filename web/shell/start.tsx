import { QueryClientProvider } from "@tanstack/react-query"
import { type AnyRoute, type AnyRouteMatch, type AnyRouter, RouterProvider } from "@tanstack/react-router"
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { loadReasons, startTexts } from "#client/i18n"
import { queries } from "#client/queries"
import { sessionQuery } from "#client/session"
import { readyMenus } from "#ui/Menu"
import { printLight } from "#ui/paper"
import { firstAnswer } from "#ui/rest"
import { ThemeProvider } from "#ui/theme"

/** Opens an entrance. Texts, who is signed in, the code of the page and what it opens with are asked for side by side. */
export const start = async (router: AnyRouter, areas: readonly string[]): Promise<void> => {
  const texts = startTexts(areas)
  void queries.prefetchQuery(sessionQuery)
  const routes: Record<string, AnyRoute | undefined> = router.routesById
  for (const { routeId, params, search } of router.matchRoutes(router.latestLocation) as readonly AnyRouteMatch[]) {
    const route = routes[routeId]
    if (!route) continue
    void router.loadRouteChunk(route)
    route.options.staticData?.ahead?.({ params, search })
  }
  await texts
  createRoot(document.getElementById("root") as HTMLElement).render(
    <StrictMode>
      <ThemeProvider>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ThemeProvider>
    </StrictMode>,
  )
  void readyMenus()
  printLight()
  // Why something may not be done is read after what may.
  void firstAnswer().then(loadReasons)
}
