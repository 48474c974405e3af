import { inReadingOrder } from "#core/readingOrder"
import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"

export {
  type CountedGroup,
  type Group,
  groupsOf,
  healths,
  mayLack,
  mostGroups,
  type PortfolioGroup,
  portfolioGroups,
} from "./rules/groups.ts"
export {
  type FigureSorted,
  figuresSorted,
  ownSorted,
  portfolioSorts,
  type SortKey,
} from "./rules/order.ts"

type Found = Readonly<{ nearness: number; name: string; id: string }>

/** What search shows of what all modules found: the nearest first, of the equally near the shorter name. */
export const nearestFirst = <F extends Found>(found: readonly F[]): F[] =>
  found
    .toSorted(
      (a, b) =>
        b.nearness - a.nearness ||
        a.name.length - b.name.length ||
        inReadingOrder(a.name, b.name) ||
        (a.id < b.id ? -1 : 1),
    )
    .slice(0, mostHits)

const mostHits = 20

/** Revenue of so many days is shown: a year, so that no season counts twice. */
export const revenueWindowDays = 365

/** The columns of the portfolio, on its page and in its documents, in reading order. */
export const portfolioColumns = [
  ...(["name", "drift", "onset", "weeks", "keptHost", "keptPartner", "value", "type", "owner", "notice"] as const),
  ...(["stage", "tier", "region", "tags", "due", "contact", "activity"] as const),
] as const
export type PortfolioColumn = (typeof portfolioColumns)[number]

/** So many people may have the overview of one partnership by link at a time. */
export const mostOpenShares = 20

/** In one partnership of several companies no company reads what another promised. */
export const decideShare = (
  openShares: number,
  furtherCompanies: number,
): true | Refusal<"several-companies" | "shared-too-often"> => {
  if (furtherCompanies > 0) return refuse("several-companies")
  return openShares < mostOpenShares || refuse("shared-too-often")
}
