import { useTranslation } from "react-i18next"
import type { Coverage } from "#contract/recruitment"

/** One cell: a place and an industry or capability, as they are compared; null is what nobody knows. */
export type Spot = Readonly<{ place: string | null; entry: string | null }>
export type Cell = Coverage["cells"][number]

/** What a part of the world is called: in our own texts, because browsers leave these names out of what they know. */
export const useAreaName = () => {
  const { t } = useTranslation("coverage")
  return (area: string): string => t(`area.m${area as "155"}`, { defaultValue: area })
}

/** How places and entries are written; of a part of the world the name in the reader's language. */
export const useSpotNames = ({ places, rows, columns }: Pick<Coverage, "places" | "rows" | "columns">) => {
  const { t } = useTranslation("coverage")
  const areaName = useAreaName()
  const labelIn = (headers: Coverage["rows"], key: string | null) =>
    key === null ? t("unknown") : (headers.find((header) => header.key === key)?.label ?? key)
  const place = (key: string | null) => (key !== null && places === "area" ? areaName(key) : labelIn(rows, key))
  const entry = (key: string | null) => labelIn(columns, key)
  return { place, entry, both: (spot: Spot) => t("spot", { place: place(spot.place), entry: entry(spot.entry) }) }
}
export type SpotNames = ReturnType<typeof useSpotNames>

export const cellAt = ({ cells }: Coverage, { place, entry }: Spot): Cell =>
  cells.find((cell) => cell.place === place && cell.entry === entry) ?? {
    ...{ place, entry, wanted: null, partner: 0, coming: 0, undecided: 0 },
  }
