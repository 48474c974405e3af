import { lazy, memo, Suspense, useDeferredValue } from "react"
import { LoadingState, ProblemState } from "#ui/states"
import { PortfolioTable } from "./PortfolioTable.tsx"
import { useRows } from "./useRows.ts"
import type { PortfolioView } from "./view.ts"

const PortfolioMap = lazy(() => import("./PortfolioMap.lazy.tsx"))

type LinesProps = {
  view: PortfolioView
  slug: string
  onChange: (change: Partial<PortfolioView>) => void
  columns: readonly string[] | undefined
  onColumns: (keys: readonly string[]) => void
}

/** The table or the map. Apart from the page, whose head stays as it is while lines arrive. */
const Lines = memo(({ view, slug, onChange, columns, onColumns }: LinesProps) => {
  // What was pressed shows at once; the lines or dots behind it follow without holding it up.
  const followed = useDeferredValue(view)
  const from = useRows(followed)
  const shown = { from, view, slug, onChange }
  if (from.pages.error) return <ProblemState problem={from.pages.error} onRetry={() => void from.pages.refetch()} />
  return followed.view === "map" ? (
    <Suspense fallback={<LoadingState rows={8} />}>
      <PortfolioMap {...shown} />
    </Suspense>
  ) : (
    <PortfolioTable {...shown} columns={columns} onColumns={onColumns} />
  )
})

export default Lines
