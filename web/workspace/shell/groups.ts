import type { NavGroup } from "#client/area"
import type { Place } from "./areas.tsx"

/** The groups of the navigation, in their order. */
const groups: readonly NavGroup[] = ["work", "partners", "settings"]

/** The places of each group that has any, in the reader's language. */
export const grouped = (places: readonly Place[], nameOf: (group: NavGroup) => string) =>
  groups
    .map((key) => ({
      key,
      label: nameOf(key),
      places: places.filter(({ group }) => group === key),
    }))
    .filter((group) => group.places.length > 0)
