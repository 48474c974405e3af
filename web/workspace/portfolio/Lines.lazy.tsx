import { lazy, memo, Suspense, useDeferredValue } from "react"
import { LoadingState, ProblemState } from "#ui/states"
import type { LinesProps } from "./lines.ts"
import { PortfolioTable } from "./PortfolioTable.tsx"
import { useRows } from "./useRows.ts"
import type { PortfolioView } from "./view.ts"

const PortfolioMap = lazy(() => import("./PortfolioMap.lazy.tsx"))
const Grouped = lazy(() => import("./Grouped.lazy.tsx"))

/** The table, plain or in groups, or the map. Apart from the page, whose head stays as it is while lines arrive. */
const Lines = memo((props: LinesProps) => {
  // What was pressed shows at once; the lines or dots behind it follow without holding it up.
  const followed = useDeferredValue(props.view)
  return followed.group !== undefined && followed.view !== "map" ? (
    <Suspense fallback={<LoadingState rows={8} />}>
      <Grouped {...props} followed={followed} />
    </Suspense>
  ) : (
    <Plain {...props} followed={followed} />
  )
})

const Plain = ({ followed, ...shown }: LinesProps & { followed: PortfolioView }) => {
  const from = useRows(followed)
  if (from.pages.error) return <ProblemState problem={from.pages.error} onRetry={() => void from.pages.refetch()} />
  return followed.view === "map" ? (
    <Suspense fallback={<LoadingState rows={8} />}>
      <PortfolioMap {...shown} from={from} />
    </Suspense>
  ) : (
    <PortfolioTable {...shown} from={from} />
  )
}

export default Lines
