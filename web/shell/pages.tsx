import { type AnyRoute, createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router"
import type { AreaRoute } from "#client/area"
import { loadTexts } from "#client/i18n"

/** The pages that areas bring, below the route that frames them. Routes that share a `page`, and with it their texts, share what stands on it: it is not drawn anew between them. */
export const pagesBelow = <Parent extends AnyRoute>(parent: Parent, areas: readonly AreaRoute[]) => {
  const components = new Map<AreaRoute["page"], ReturnType<typeof componentOf>>()
  const componentFor = (area: AreaRoute) => {
    const component = components.get(area.page) ?? componentOf(area)
    components.set(area.page, component)
    return component
  }
  return areas.flatMap((area) => [
    createRoute({
      getParentRoute: () => parent,
      path: area.path,
      component: componentFor(area),
      ...(area.search ? { validateSearch: area.search } : {}),
      staticData: area.ahead ? { ahead: area.ahead } : {},
    }),
    ...(area.was ? [formerly(parent, area.was, area.path)] : []),
  ])
}

const lastWord = /[^/]+$/

const formerly = <Parent extends AnyRoute>(parent: Parent, was: string, path: string) =>
  createRoute({
    getParentRoute: () => parent,
    path: path.replace(lastWord, was),
    beforeLoad: ({ location: { pathname, searchStr } }) => {
      throw redirect({ href: pathname.replace(lastWord, `${lastWord.exec(path)}`) + searchStr })
    },
  })

const componentOf = ({ page, texts }: AreaRoute) =>
  lazyRouteComponent(() => {
    loadTexts(texts)
    return page()
  })
