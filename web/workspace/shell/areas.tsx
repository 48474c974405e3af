import { createContext, type ReactNode, Suspense, useContext } from "react"
import type { AreaRoute } from "#client/area"
import { useMayGo } from "#client/useMayGo"
import { useModuleTexts } from "#client/useModuleTexts"

const Areas = createContext<readonly AreaRoute[]>([])

/** Hands the areas to the shell, which must not import the routes that import it. */
export const AreasProvider = ({ areas, children }: { areas: readonly AreaRoute[]; children: ReactNode }) => (
  <Areas value={areas}>{children}</Areas>
)

export type Place = NonNullable<AreaRoute["nav"]> & {
  path: string
  label: string
  /** Reads an address of it. */
  search: AreaRoute["search"] | undefined
}

/** The places of the navigation that are open to the reader, in order, and how one of them is linked. */
export const usePlaces = (slug: string) => {
  const nameOf = useModuleTexts("nav")
  const mayGo = useMayGo()
  const places: readonly Place[] = useContext(Areas)
    .flatMap(({ nav, path, search }) =>
      nav && mayGo(nav.needs) ? [{ ...nav, path, search, label: nameOf(path, path) }] : [],
    )
    .sort((one, other) => one.order - other.order)
  const at = ({ path, label, Icon, Count }: Place, iconSize: number) => ({
    to: `/w/${slug}/${path}`,
    label,
    icon: <Icon size={iconSize} stroke={1.7} aria-hidden />,
    count: Count ? (
      <Suspense>
        <Count />
      </Suspense>
    ) : null,
  })
  return { places, at }
}

/** The pages that open what the search finds, by kind. */
export const useOpeners = (): NonNullable<AreaRoute["opens"]> =>
  Object.assign({}, ...useContext(Areas).map(({ opens }) => opens))
