import type { PortfolioRow } from "./useRows.ts"

/** A partnership's place on the map: what it brought in a year, and how near its signals are to what was promised. */
export type MapPoint = Readonly<{
  id: string
  name: string
  /** In whole units of `currency`. */
  value: number
  /** 0 to 100: the mean of the last weeks that are known. */
  health: number
  state: PortfolioRow["drift"]["state"]
}>

type MapRow = Pick<PortfolioRow, "id" | "name" | "drift" | "revenue"> & {
  weeks: { health: readonly (number | null)[] } | undefined
}

/** Recent enough to say how it goes, long enough that one bad week does not. */
const recentWeeks = 4

/** The mean of the last known weeks; undefined when the recent ones are all unknown. */
export const recentHealth = (row: Pick<MapRow, "weeks">): number | undefined => {
  const known = (row.weeks?.health.slice(-recentWeeks) ?? []).filter((share) => share !== null)
  return known.length === 0 ? undefined : known.reduce((sum, share) => sum + share, 0) / known.length
}

/** The currency of most rows: amounts of different currencies have no common axis. */
const mostCommonCurrency = (rows: readonly MapRow[]): string | undefined =>
  [
    ...Map.groupBy(
      rows.flatMap(({ revenue }) => revenue ?? []),
      ({ currency }) => currency,
    ),
  ].sort(([, some], [, others]) => others.length - some.length)[0]?.[0]

/** What can be placed, in which currency, and how many cannot: nothing measured, too little known, or another currency. */
export const mapPoints = (rows: readonly MapRow[], minorPerMajor: (currency: string) => number) => {
  const currency = mostCommonCurrency(rows)
  const points = rows.flatMap((row): MapPoint[] => {
    const health = recentHealth(row)
    const { id, name, revenue } = row
    if (revenue === null || revenue.currency !== currency || health === undefined) return []
    return [{ id, name, value: revenue.amountMinor / minorPerMajor(currency), health, state: row.drift.state }]
  })
  return { currency, points, left: rows.length - points.length }
}
