import { Button, SegmentedControl } from "@mantine/core"
import { IconPlus } from "@tabler/icons-react"
import { Link, useParams } from "@tanstack/react-router"
import { lazy, Suspense } from "react"
import { useTranslation } from "react-i18next"
import { paths } from "#client/paths"
import { useView } from "#client/search"
import { useEndpoint } from "#client/useEndpoint"
import { getPortfolioSummary } from "#contract/partnerships"
import { Page } from "#ui/Page"
import { Panel } from "#ui/Panel"
import { LoadingState, ProblemState } from "#ui/states"
import { Answer } from "./Answer.tsx"
import { Export } from "./Export.tsx"
import { PortfolioTable } from "./PortfolioTable.tsx"
import { SavedViews } from "./SavedViews.tsx"
import { useRows } from "./useRows.ts"
import { type PortfolioView, readPortfolioView } from "./view.ts"

const PortfolioMap = lazy(() => import("./PortfolioMap.lazy.tsx"))

/** Every partnership on one screen: who drifts and since when, what was kept, what comes next. */
const Portfolio = () => {
  const { t } = useTranslation("portfolio")
  const { slug = "" } = useParams({ strict: false })
  const [view, setView] = useView(readPortfolioView)
  const summary = useEndpoint(getPortfolioSummary, {})
  const from = useRows(view)
  const change = (next: Partial<PortfolioView>) => void setView(next, { isStep: true })
  const shown = { from, view, slug, onChange: change }
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
          <SavedViews view={view} onChange={change} />
          <Export view={view} />
          <Button
            component={Link}
            to={paths.newPartnership(slug)}
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
          >
            {t("add")}
          </Button>
        </>
      }
    >
      <Panel isFlush>
        {from.pages.error ? (
          <ProblemState problem={from.pages.error} onRetry={() => void from.pages.refetch()} />
        ) : view.view === "map" ? (
          <Suspense fallback={<LoadingState rows={8} />}>
            <PortfolioMap {...shown} />
          </Suspense>
        ) : (
          <PortfolioTable {...shown} />
        )}
      </Panel>
    </Page>
  )
}

// biome-ignore lint/style/noDefaultExport: a lazy route's page
export default Portfolio
