import { type AnyRoute, createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router"
import type { AreaRoute } from "#client/area"
import type { Entrance } from "#client/guides"
import { loadTexts } from "#client/i18n"

/** The pages that areas bring, below the route that frames them. Routes that share a `page`, and with it their texts, share what stands on it: it is not drawn anew between them. */
export const pagesBelow = <Parent extends AnyRoute>(
  parent: Parent,
  areas: readonly AreaRoute[],
  entrance: Entrance,
) => {
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
      staticData: { ...(area.ahead ? { ahead: area.ahead } : {}), help: helpFor(entrance, area) },
    }),
    ...(area.was ? [formerly(parent, area.was, area.path)] : []),
  ])
}

/** Which guide it is nobody needs to know before the page is read. */
const helpFor =
  (entrance: Entrance, { path, help }: AreaRoute) =>
  async (address: string) =>
    (await import("#client/guides")).helpAt(entrance, { path, help }, address)

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
