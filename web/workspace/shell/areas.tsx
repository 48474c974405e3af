import { createContext, type ReactNode, useContext } from "react"
import type { AreaRoute } from "#client/area"

const Areas = createContext<readonly AreaRoute[]>([])

/** Hands the areas to the shell, which must not import the routes that import it. */
export const AreasProvider = ({ areas, children }: { areas: readonly AreaRoute[]; children: ReactNode }) => (
  <Areas value={areas}>{children}</Areas>
)

export type Place = NonNullable<AreaRoute["nav"]> & { path: string }

/** The places of the navigation, in order. */
export const usePlaces = (): readonly Place[] =>
  useContext(Areas)
    .flatMap((area) => (area.nav ? [{ ...area.nav, path: area.path }] : []))
    .sort((one, other) => one.order - other.order)

export const useFinders = () => useContext(Areas).flatMap((area) => (area.find ? [area.find] : []))
