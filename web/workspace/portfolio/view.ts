import { partnershipTypes, stages } from "#contract/partnerships"

/** What the portfolio shows, as its address says it; every view is a link. */
export type PortfolioView = {
  search: string | undefined
  type: (typeof partnershipTypes)[number] | undefined
  stage: (typeof stages)[number] | undefined
  owner: string | undefined
  drifting: "true" | "false" | undefined
  silent: "true" | undefined
  /** The table, unless the map is asked for. */
  view: "map" | undefined
  sort: "name" | "-name" | "updatedAt" | "-updatedAt"
}

const oneOf = <const T extends string>(allowed: readonly T[], value: unknown): T | undefined =>
  allowed.find((each) => each === String(value))

export const readPortfolioView = (raw: Record<string, unknown>): PortfolioView => ({
  search: typeof raw.search === "string" && raw.search !== "" ? raw.search.slice(0, 100) : undefined,
  type: oneOf(partnershipTypes, raw.type),
  stage: oneOf(stages, raw.stage),
  owner: typeof raw.owner === "string" ? raw.owner : undefined,
  drifting: oneOf(["true", "false"], raw.drifting),
  silent: oneOf(["true"], raw.silent),
  view: oneOf(["map"], raw.view),
  sort: oneOf(["name", "-name", "updatedAt", "-updatedAt"], raw.sort) ?? "name",
})

/** The part of a view that narrows the list. */
export const filterOf = ({ search, type, stage, owner, drifting, silent }: PortfolioView) => ({
  search,
  type,
  stage,
  owner,
  drifting,
  silent,
})

export const isFiltered = (view: PortfolioView): boolean =>
  Object.values(filterOf(view)).some((value) => value !== undefined)
