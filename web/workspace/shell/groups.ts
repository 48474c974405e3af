import type { NavGroup } from "#client/area"
import { type InEveryLanguage, inLanguage } from "#client/i18n"
import type { Place } from "./areas.tsx"

/** The groups of the navigation, in their order. */
const groups: Readonly<Record<NavGroup, InEveryLanguage>> = {
  work: { en: "My work", de: "Meine Arbeit" },
  partners: { en: "Partners", de: "Partner" },
  settings: { en: "Settings", de: "Einstellungen" },
}

/** The places of each group that has any, in the reader's language. */
export const grouped = (places: readonly Place[], language: string) =>
  (Object.keys(groups) as NavGroup[])
    .map((key) => ({
      key,
      label: inLanguage(language, groups[key]),
      places: places.filter(({ group }) => group === key),
    }))
    .filter((group) => group.places.length > 0)
