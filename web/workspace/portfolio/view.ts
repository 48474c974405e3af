import { mostTagList, partnershipTypes, stages } from "#contract/partnerships"
import { mayLack, portfolioGroups, portfolioSorts } from "#contract/portfolio"
import { type Ranges, readRanges } from "./ranges.ts"

/** What the portfolio shows, as its address says it; every view is a link. */
export type PortfolioView = {
  search: string | undefined
  type: (typeof partnershipTypes)[number] | undefined
  stage: (typeof stages)[number] | undefined
  owner: string | undefined
  drifting: "true" | "false" | undefined
  silent: "true" | undefined
  tier: string | undefined
  region: string | undefined
  program: string | undefined
  /** Tags, separated by commas: those that have all of them. */
  tag: string | undefined
  /** Only those that have none of these, separated by commas. */
  without: string | undefined
  /** What the lines stand together by. */
  group: (typeof portfolioGroups)[number] | undefined
  /** Groups are open, or folded, but for those that are named. */
  fold: "all" | undefined
  except: readonly string[] | undefined
  /** The table, unless the map is asked for. */
  view: "map" | undefined
  sort: (typeof portfolioSorts)[number]
  /** Keys of the columns shown, separated by commas; those of the page's start where nobody has chosen. */
  columns: string | undefined
} & Ranges

const oneOf = <const T extends string>(allowed: readonly T[], value: unknown): T | undefined =>
  allowed.find((each) => each === String(value))

const textOf = (value: unknown, most = 100): string | undefined =>
  (typeof value === "string" || typeof value === "number") && value !== "" ? String(value).slice(0, most) : undefined

const listOf = (value: unknown): string | undefined => {
  const said = String(value ?? "").split(",")
  return mayLack.filter((each) => said.includes(each)).join(",") || undefined
}

const mostNamed = 50

const namesOf = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) && value.length > 0
    ? value
        .filter((each) => typeof each === "string" || typeof each === "number")
        .map(String)
        .slice(0, mostNamed)
    : undefined

export const readPortfolioView = (raw: Record<string, unknown>): PortfolioView => ({
  search: textOf(raw.search),
  type: oneOf(partnershipTypes, raw.type),
  stage: oneOf(stages, raw.stage),
  owner: typeof raw.owner === "string" ? raw.owner : undefined,
  drifting: oneOf(["true", "false"], raw.drifting),
  silent: oneOf(["true"], raw.silent),
  tier: textOf(raw.tier),
  region: textOf(raw.region),
  program: textOf(raw.program),
  tag: textOf(raw.tag, mostTagList),
  without: listOf(raw.without),
  ...readRanges(raw),
  group: oneOf(portfolioGroups, raw.group),
  fold: oneOf(["all"], raw.fold),
  except: namesOf(raw.except),
  view: oneOf(["map"], raw.view),
  sort: oneOf(portfolioSorts, raw.sort) ?? "name",
  columns: textOf(raw.columns, 300),
})

/** The part of a view that narrows the list. */
export const filterOf = ({
  view: _,
  sort: __,
  group: ___,
  fold: ____,
  except: _____,
  columns: ______,
  ...filter
}: PortfolioView) => filter

/** Of that, what stands behind "More filters": all but what the bar itself shows. */
export const furtherOf = (view: PortfolioView) => {
  const { search: _, type: __, stage: ___, owner: ____, drifting: _____, silent: ______, ...further } = filterOf(view)
  return further
}

export const isFiltered = (view: PortfolioView): boolean =>
  Object.values(filterOf(view)).some((value) => value !== undefined)

export const isNarrowedByValue = ({ valueFrom, valueTo }: PortfolioView): boolean =>
  valueFrom !== undefined || valueTo !== undefined

/** Whether lines are compared by what they are worth, which those of several currencies cannot be. */
export const isByValue = (view: PortfolioView): boolean =>
  isNarrowedByValue(view) || view.sort === "value" || view.sort === "-value"
