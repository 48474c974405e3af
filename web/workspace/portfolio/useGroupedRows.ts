import { useInfiniteQuery } from "@tanstack/react-query"
import { useMemo } from "react"
import { queries } from "#client/queries"
import { keyOf, readOf } from "#client/read"
import { useEndpoint } from "#client/useEndpoint"
import { isShort } from "#client/usePages"
import { groupPortfolio, listPartnerships } from "#contract/portfolio"
import { type Group, isOpen, keyOfGroup, narrowTo } from "./groups.ts"
import type { Lines, PortfolioRow } from "./useRows.ts"
import { filterOf, type PortfolioView } from "./view.ts"

/** Heads the lines of one group, loaded or not; what it counts was counted by the server. */
export type GroupRow = Readonly<{ id: string; group: Group; isOpen: boolean }>

const pageSize = 100

/** Where a page of lines begins: at which of the open groups, and behind which of its lines. */
type Start = Readonly<{ at: number; after: string | null }>
type Part = Readonly<{ key: string; items: Lines["items"] }>
type GroupPage = Lines & Readonly<{ parts: readonly Part[]; next: Start | null }>

/** The lines of one group after another, as far as the reader scrolls; small ones arrive together. */
const readPage = async (view: PortfolioView, open: readonly Group[], { at, after }: Start): Promise<GroupPage> => {
  const { group: by = "type", sort } = view
  const chosen: Group[] = []
  for (let lines = 0; at + chosen.length < open.length; ) {
    const group = open[at + chosen.length] as Group
    lines += group.partnerships
    if (chosen.length > 0 && lines > pageSize) break
    chosen.push(group)
  }
  const answers = await Promise.all(
    chosen.map((group, place) => {
      const from = place === 0 && after !== null ? { after } : {}
      const query = { ...narrowTo(view, by, group), sort, limit: pageSize, ...from }
      return queries.fetchQuery(readOf(listPartnerships, { query: query as never }))
    }),
  )
  const parts = chosen.map((group, place) => ({ key: keyOfGroup(group), items: answers[place]?.items ?? [] }))
  const unread = answers.findIndex(({ next }) => next !== null)
  const read = unread === -1 ? parts : parts.slice(0, unread + 1)
  const next =
    unread === -1 ? { at: at + chosen.length, after: null } : { at: at + unread, after: answers[unread]?.next ?? null }
  return { items: read.flatMap(({ items }) => items), parts: read, next: next.at < open.length ? next : null }
}

/** The groups of a view with the lines of those that are open, each group's behind its head. */
export const useGroupedRows = (view: PortfolioView) => {
  const { group: by = "type" } = view
  const groups = useEndpoint(groupPortfolio, { query: { ...filterOf(view), by } }, { keepsPrevious: true })
  const open = useMemo(() => groups.data?.items.filter((group) => isOpen(view, keyOfGroup(group))), [groups.data, view])
  const lines = { query: { ...filterOf(view), sort: view.sort } }
  const counted = open?.map((group) => `${keyOfGroup(group)} ${group.partnerships}`)
  const pages = useInfiniteQuery({
    queryKey: [...keyOf(listPartnerships, lines), "groups", by, counted],
    queryFn: ({ pageParam }) => readPage(view, open ?? [], pageParam),
    initialPageParam: { at: 0, after: null } as Start,
    getNextPageParam: ({ next }: GroupPage) => next,
    enabled: open !== undefined,
    placeholderData: (previous) => previous,
    refetchOnWindowFocus: ({ state }) => isShort(state.data),
    meta: { reads: listPartnerships.reads },
  })
  const parts = pages.data?.pages ?? noPages
  const rows = useMemo(() => laidOut(groups.data?.items ?? [], parts, view), [groups.data, parts, view])
  return { pages: { ...pages, error: pages.error ?? groups.error }, rows, parts, groups: groups.data }
}

const noPages: readonly GroupPage[] = []

const laidOut = (
  groups: readonly Group[],
  pages: readonly GroupPage[],
  view: PortfolioView,
): readonly (GroupRow | PortfolioRow)[] => {
  const linesOf = new Map<string, PortfolioRow[]>()
  for (const { parts } of pages)
    for (const { key, items } of parts) linesOf.set(key, [...(linesOf.get(key) ?? []), ...items])
  const rows: (GroupRow | PortfolioRow)[] = []
  for (const group of groups) {
    const key = keyOfGroup(group)
    const [isGroupOpen, lines] = [isOpen(view, key), linesOf.get(key)]
    rows.push({ id: `group:${key}`, group, isOpen: isGroupOpen })
    if (!isGroupOpen) continue
    rows.push(...(lines ?? []))
    // What is behind lines that are still to come comes with them.
    if ((lines?.length ?? 0) < group.partnerships && pages.at(-1)?.next) break
  }
  return rows
}
