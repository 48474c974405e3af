import { useTranslation } from "react-i18next"
import { useFormat } from "#ui/text"
import { ranges } from "./ranges.ts"
import type { PortfolioView } from "./view.ts"

/** What is set behind "More filters", in words: nothing else tells whoever holds a printed list. */
export const useFurtherWords = (view: PortfolioView): readonly string[] => {
  const { t } = useTranslation("portfolio")
  const format = useFormat()
  const bound = (is: (typeof ranges)[keyof typeof ranges], value: string | number) =>
    typeof value === "string" ? format.date(value) : is === "rate" ? format.percent(value / 100) : format.number(value)
  const between = (key: keyof typeof ranges): string[] => {
    const [from, to] = [view[`${key}From`], view[`${key}To`]]
    if (from === undefined && to === undefined) return []
    const [low, high] = [from, to].map((each) => (each === undefined ? "" : bound(ranges[key], each)))
    const name = key === "end" ? t("group.end") : t(`column.${key}`)
    return [`${name} ${from === undefined ? `≤ ${high}` : to === undefined ? `≥ ${low}` : `${low} – ${high}`}`]
  }
  return [
    ...(["tier", "region", "program"] as const).flatMap((key) =>
      view[key] === undefined ? [] : [`${t(`group.of.${key}`)} ${view[key]}`],
    ),
    ...(view.tag === undefined ? [] : [`${t("group.of.tag")} ${view.tag}`]),
    ...(view.without?.split(",").map((key) => `${t("filter.without")}: ${t(`group.of.${key as "tier"}`)}`) ?? []),
    ...(Object.keys(ranges) as (keyof typeof ranges)[]).flatMap(between),
  ]
}
