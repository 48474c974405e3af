import { useQueries } from "@tanstack/react-query"
import { useState } from "react"
import { readBeside } from "#client/readBeside"
import type { MyWorkspace } from "#client/session"
import { listOccurrences, type OccurrenceView } from "#contract/commitments"
import { type ListSoFar, merged } from "./merged.ts"
import { queryOf, type RegisterView } from "./view.ts"

export type RegisterRow = OccurrenceView & Readonly<{ vendor: MyWorkspace }>
type Part = Readonly<{ vendor: MyWorkspace; after: string | undefined }>

const perPage = 50
const onItsWay = "on its way"

/**
 * The promises of all vendors as one list by date, page by page: each vendor's own list is read on where it holds the others
 * up. Where each page begins is kept, so that an act reads the same pages anew. Begins anew with another `key`.
 */
export const useRegister = (vendors: readonly MyWorkspace[], view: RegisterView) => {
  const [later, setLater] = useState<readonly Part[]>([])
  const parts: readonly Part[] = [...vendors.map((vendor) => ({ vendor, after: undefined })), ...later]
  const reads = useQueries({
    queries: parts.map(({ vendor, after }) =>
      readBeside(listOccurrences, vendors.length, {
        workspace: vendor.slug,
        query: { ...queryOf(view), limit: perPage, ...(after === undefined ? {} : { after }) },
      }),
    ),
  })
  const readsOf = (vendor: MyWorkspace) => reads.filter((_, at) => parts[at]?.vendor.slug === vendor.slug)
  const lists = vendors.map((vendor): ListSoFar<RegisterRow> => {
    const pages = readsOf(vendor).map(({ data }) => data)
    const last = pages.at(-1)
    // Where something has left the first page since, a row of the second has moved up and is in both.
    const rows = new Map(pages.flatMap((page) => page?.items ?? []).map((row) => [row.id, { ...row, vendor }]))
    // A further page that is not there yet holds back what may belong behind it.
    const next = last === undefined && pages.length > 1 ? onItsWay : (last?.next ?? null)
    return { slug: vendor.slug, rows: [...rows.values()], next }
  })
  const { rows, behind } = merged(lists, view.sort === "-dueOn")
  const more = () => {
    const from = new Map(behind.flatMap(({ slug, next }) => (next && next !== onItsWay ? [[slug, next] as const] : [])))
    const further = vendors.flatMap((vendor) => {
      const after = from.get(vendor.slug)
      return after === undefined ? [] : [{ vendor, after }]
    })
    setLater([...later, ...further])
  }
  return {
    rows,
    more,
    hasMore: behind.length > 0,
    isMoreLoading: later.length > 0 && reads.some(({ isLoading }) => isLoading),
    isLoading: reads.length > 0 && reads.every(({ isLoading }) => isLoading),
    waiting: vendors.filter((vendor) => readsOf(vendor).some(({ isLoading }) => isLoading)),
    missing: vendors.flatMap((vendor) => {
      const problem = readsOf(vendor).find(({ error }) => error !== null)?.error
      return problem ? [{ vendor, problem }] : []
    }),
    retry: () => {
      for (const read of reads) if (read.error) void read.refetch()
    },
  }
}
