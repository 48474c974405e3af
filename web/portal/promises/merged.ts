/** What was read of one vendor's list so far, in its order, and where it goes on. */
export type ListSoFar<Row> = Readonly<{ slug: string; rows: readonly Row[]; next: string | null }>

type Dated = Readonly<{ dueOn: string; id: string }>

/**
 * Lists that are each in order of days, as one list in that order. What stands behind the end of a list that goes on is held
 * back: something of that list may belong before it. `behind` are the lists to read on for more.
 */
export const merged = <Row extends Dated>(lists: readonly ListSoFar<Row>[], descending: boolean) => {
  const order = (one: Dated, other: Dated) =>
    (descending ? -1 : 1) * (one.dueOn.localeCompare(other.dueOn) || one.id.localeCompare(other.id))
  const ends = lists.flatMap(({ rows, next }) => (next === null ? [] : rows.slice(-1))).toSorted(order)
  const [horizon] = ends
  const all = lists.flatMap(({ rows }) => rows).toSorted(order)
  const rows = horizon === undefined ? all : all.filter((row) => order(row, horizon) <= 0)
  const behind = lists.filter(({ rows: own, next }) => next !== null && own.at(-1)?.id === horizon?.id)
  return { rows, behind }
}
