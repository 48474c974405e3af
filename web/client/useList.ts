import type { CallOf } from "./call.ts"
import type { ListEndpoint } from "./read.ts"
import { useView } from "./search.ts"
import { usePages } from "./usePages.ts"

type ListView = Record<string, unknown> & { sort: string }

/**
 * A list whose filters and order stand in the address: `const list = useList(listDeals, { read: readView, args })`, where
 * `read` is what the area's route gives as `search` and `args` says how the view is asked for. Shown by `ListTable`.
 */
export const useList = <E extends ListEndpoint, View extends ListView>(
  endpoint: E,
  { read, args }: { read: (raw: Record<string, unknown>) => View; args: (view: View) => CallOf<E> },
) => {
  const [view, setView] = useView(read)
  return {
    ...usePages(endpoint, args(view)),
    view,
    change: (change: Partial<View>) => void setView(change),
    sort: view.sort,
    // An order that the list does not know falls back to the usual one.
    onSort: (sort: string) => void setView({ sort: read({ sort }).sort } as Partial<View>),
  }
}
