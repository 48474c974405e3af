import { type Money, toMinor } from "#core/money"
import { inReadingOrder } from "#core/readingOrder"
import { partnershipTypes, stages } from "#rules/partnerships"

/** What the portfolio's lines are put together by. */
export const portfolioGroups = ["health", "type", "stage", "owner", "tier", "region", "program", "tag"] as const
export type PortfolioGroup = (typeof portfolioGroups)[number]

/** What a partnership may have none of; lists can be narrowed to those without. */
export const mayLack = ["owner", "tier", "region", "program", "tag"] as const

/** Most urgent first. */
export const healths = ["drifting", "silent", "steady", "not_scored"] as const

/** Nobody reads further; beyond that a filter helps. */
export const mostGroups = 200

/** Lines of one group in one currency, as they are counted. */
export type CountedGroup = Readonly<{
  key: string | null
  /** Of the owner. */
  name: string | null
  currency: string
  partnerships: number
  drifting: number
  silent: number
  overdueHost: number
  overduePartner: number
  /** In whole units of the currency, and of how many partnerships any was measured. */
  revenue: number | null
  valued: number
}>

export type Group = Readonly<{
  key: string | null
  name: string | null
  partnerships: number
  drifting: number
  silent: number
  overdue: { host: number; partner: number }
  /** One sum per currency: what is of several is never added up. */
  values: Money[]
  /** Of so many nothing was measured: they are in no sum, and not worth nothing. */
  unvalued: number
}>

/** Groups from what was counted in each currency: in the order of the list they are of, else by name; what has none of it comes last. */
export const groupsOf = (by: PortfolioGroup, counted: readonly CountedGroup[]): Group[] => {
  const groups = Map.groupBy(counted, ({ key }) => key)
  return [...groups.values()].map(groupOf).toSorted(orderOf(by))
}

const groupOf = (counted: readonly CountedGroup[]): Group => {
  const sum = (of: (each: CountedGroup) => number) => counted.reduce((total, each) => total + of(each), 0)
  const [first] = counted
  const sums = counted.flatMap(({ revenue, currency, valued }) => {
    const amountMinor = revenue === null ? undefined : toMinor(revenue, currency)
    return amountMinor === undefined ? [] : [{ amountMinor, currency, valued }]
  })
  return {
    key: first?.key ?? null,
    name: first?.name ?? null,
    partnerships: sum(({ partnerships }) => partnerships),
    drifting: sum(({ drifting }) => drifting),
    silent: sum(({ silent }) => silent),
    overdue: { host: sum(({ overdueHost }) => overdueHost), partner: sum(({ overduePartner }) => overduePartner) },
    values: sums
      .toSorted((a, b) => b.valued - a.valued || (a.currency < b.currency ? -1 : 1))
      .map(({ amountMinor, currency }) => ({ amountMinor, currency })),
    unvalued: sum(({ partnerships }) => partnerships) - sums.reduce((total, { valued }) => total + valued, 0),
  }
}

const inOrder: Partial<Record<PortfolioGroup, readonly string[]>> = {
  health: healths,
  type: partnershipTypes,
  stage: stages,
}

const orderOf = (by: PortfolioGroup) => {
  const order = inOrder[by]
  const placeOf = ({ key, name }: Group) => (order ? order.indexOf(key ?? "") : (name ?? key ?? ""))
  return (a: Group, b: Group): number => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null)
    const [left, right] = [placeOf(a), placeOf(b)]
    return typeof left === "number" && typeof right === "number"
      ? left - right
      : inReadingOrder(String(left), String(right)) || (a.key < b.key ? -1 : 1)
  }
}
