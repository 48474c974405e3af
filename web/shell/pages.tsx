import { type AnyRoute, createRoute, lazyRouteComponent } from "@tanstack/react-router"
import type { AreaRoute } from "#client/area"
import { loadTexts } from "#client/i18n"

/** The pages that areas bring, below the route that frames them. */
export const pagesBelow = <Parent extends AnyRoute>(parent: Parent, areas: readonly AreaRoute[]) =>
  areas.map(({ path, page, texts, search, ahead }) =>
    createRoute({
      getParentRoute: () => parent,
      path,
      component: lazyRouteComponent(() => {
        loadTexts(texts)
        return page()
      }),
      ...(search ? { validateSearch: search } : {}),
      staticData: ahead ? { ahead } : {},
    }),
  )
