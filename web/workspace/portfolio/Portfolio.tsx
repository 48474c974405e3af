import { Button, SegmentedControl } from "@mantine/core"
import { IconPlus } from "@tabler/icons-react"
import { Link, useParams } from "@tanstack/react-router"
import { lazy, memo, Suspense, useDeferredValue, useState } from "react"
import { useTranslation } from "react-i18next"
import { SavedViews } from "#acts/SavedViews"
import { useView } from "#client/search"
import { useEndpoint } from "#client/useEndpoint"
import { getPortfolioSummary } from "#contract/portfolio"
import { newPartnershipPath } from "#paths/new-partnership"
import { Page } from "#ui/Page"
import { Panel } from "#ui/Panel"
import { LoadingState, ProblemState } from "#ui/states"
import { useStable } from "#ui/useStable"
import { Answer } from "./Answer.tsx"
import { Export } from "./Export.tsx"
import { PortfolioTable } from "./PortfolioTable.tsx"
import { useRows } from "./useRows.ts"
import { type PortfolioView, readPortfolioView } from "./view.ts"

const PortfolioMap = lazy(() => import("./PortfolioMap.lazy.tsx"))

/** Every partnership on one screen: who drifts and since when, what was kept, what comes next. */
const Portfolio = () => {
  const { t } = useTranslation("portfolio")
  const { slug = "" } = useParams({ strict: false })
  const [view, setView] = useView(readPortfolioView)
  const summary = useEndpoint(getPortfolioSummary, {})
  const [columns, setColumns] = useState<readonly string[]>()
  const change = useStable((next: Partial<PortfolioView>) => void setView(next, { isStep: true }))
  return (
    <Page
      title={t("title")}
      answer={summary.data ? <Answer summary={summary.data} onShow={change} /> : undefined}
      actions={
        <>
          <SegmentedControl
            aria-label={t("layout.label")}
            size="xs"
            value={view.view ?? "table"}
            onChange={(next) => change({ view: next === "map" ? "map" : undefined })}
            data={(["table", "map"] as const).map((value) => ({ value, label: t(`layout.${value}`) }))}
          />
          <SavedViews place="portfolio" view={view} read={readPortfolioView} onChange={change} />
          <Export view={view} columns={columns} />
          <Button
            component={Link}
            to={newPartnershipPath(slug)}
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
          >
            {t("add")}
          </Button>
        </>
      }
    >
      <Panel isFlush>
        <Shown view={view} slug={slug} onChange={change} columns={columns} onColumns={setColumns} />
      </Panel>
    </Page>
  )
}

type ShownProps = {
  view: PortfolioView
  slug: string
  onChange: (change: Partial<PortfolioView>) => void
  columns: readonly string[] | undefined
  onColumns: (keys: readonly string[]) => void
}

/** The table or the map. Apart from the page, whose head stays as it is while lines arrive. */
const Shown = memo(({ view, slug, onChange, columns, onColumns }: ShownProps) => {
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

// biome-ignore lint/style/noDefaultExport: a lazy route's page
export default Portfolio
