/** Figures that the portfolio is sorted and narrowed by: the stored column behind each, and what its values are. */
export const figuresSorted = {
  value: { column: "value", is: "number" },
  keptHost: { column: "keptHostBps", is: "number" },
  keptPartner: { column: "keptPartnerBps", is: "number" },
  overdueHost: { column: "overdueHost", is: "number" },
  overduePartner: { column: "overduePartner", is: "number" },
  drift: { column: "driftProbability", is: "number" },
  onset: { column: "onsetOn", is: "day" },
  notice: { column: "noticeOn", is: "day" },
  end: { column: "endsOn", is: "day" },
  due: { column: "nextDueOn", is: "day" },
  activity: { column: "lastActivityAt", is: "instant" },
  contact: { column: "lastContactAt", is: "instant" },
} as const
export type FigureSorted = keyof typeof figuresSorted

/** Columns of the partnership itself. What is null is not known, and comes last whichever way it is sorted. */
export const ownSorted = {
  name: { column: "name", is: "text" },
  updatedAt: { column: "updatedAt", is: "instant" },
  type: { column: "type", is: "text" },
  stage: { column: "stage", is: "text" },
  tier: { column: "tier", is: "text" },
  region: { column: "region", is: "text" },
  program: { column: "program", is: "text" },
} as const
export type OwnSorted = keyof typeof ownSorted

/** What the portfolio can be sorted by, upwards and downwards; the first is what nobody chose. */
const sorts = ["name", ...Object.keys({ ...ownSorted, ...figuresSorted }).filter((key) => key !== "name"), "owner"] as [
  "name",
  ...(FigureSorted | OwnSorted | "owner")[],
]
export type SortKey = (typeof sorts)[number]
export const portfolioSorts = sorts.flatMap((key) => [key, `-${key}` as const]) as unknown as readonly [
  "name",
  ...(SortKey | `-${SortKey}`)[],
]
