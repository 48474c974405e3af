import { useSession } from "#client/session"
import { useEndpoint } from "#client/useEndpoint"
import { listPinnedViews } from "#contract/views"
import { type Place, usePlaces } from "./areas.tsx"

/** A pinned view as it is gone to. */
export type Pin = Readonly<{
  id: string
  name: string
  place: Pick<Place, "Icon" | "label">
  to: string
  search: Readonly<Record<string, unknown>>
}>

/** What the reader has pinned, in their order. A view of a page that is not open to them is not offered. */
export const usePins = (slug: string): readonly Pin[] => {
  const { places } = usePlaces(slug)
  // Whoever is no member is shown that, and has pinned nothing here.
  const isMember = useSession().workspaces.some((each) => each.slug === slug && each.side === "host")
  const { data } = useEndpoint(listPinnedViews, {}, { isEnabled: isMember })
  return (data?.items ?? []).flatMap(({ id, name, place: path, search }) => {
    const place = places.find((each) => each.path === path)
    return place ? [{ id, name, place, to: `/w/${slug}/${path}`, search: place.search?.(search) ?? search }] : []
  })
}
