import { Button, SegmentedControl } from "@mantine/core"
import { IconPlus } from "@tabler/icons-react"
import { Link, useParams } from "@tanstack/react-router"
import { lazy, Suspense, useDeferredValue, useMemo } from "react"
import { useTranslation } from "react-i18next"
import { SavedViews } from "#acts/SavedViews"
import { loadTexts } from "#client/i18n"
import { useView } from "#client/search"
import { useEndpoint } from "#client/useEndpoint"
import { useMayGo } from "#client/useMayGo"
import { getPortfolioSummary } from "#contract/portfolio"
import { newPartnershipPath } from "#paths/new-partnership"
import { Page } from "#ui/Page"
import { Panel } from "#ui/Panel"
import { LoadingState } from "#ui/states"
import { useStable } from "#ui/useStable"
import { Answer } from "./Answer.tsx"
import { Export } from "./Export.tsx"
import { type PortfolioView, readPortfolioView } from "./view.ts"

// The answer is read while this is fetched.
const Lines = lazy(() => {
  loadTexts(["attention"])
  return import("./Lines.lazy.tsx")
})

/** Every partnership on one screen: who drifts and since when, what was kept, what comes next. */
const Portfolio = () => {
  const { t } = useTranslation("portfolio")
  const { slug = "" } = useParams({ strict: false })
  const [view, setView] = useView(readPortfolioView)
  const mayGo = useMayGo()
  const summary = useEndpoint(getPortfolioSummary, {})
  // The sentence is written before the lines are asked for.
  const isAsking = useDeferredValue(summary.isPending, true)
  const columns = useMemo(() => view.columns?.split(","), [view.columns])
  const change = useStable((next: Partial<PortfolioView>) => void setView(next, { isStep: true }))
  const showColumns = useStable((keys: readonly string[]) => change({ columns: keys.join(",") }))
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
          {mayGo("seeToRecord") ? (
            <Button
              component={Link}
              to={newPartnershipPath(slug)}
              size="xs"
              leftSection={<IconPlus size={14} aria-hidden />}
            >
              {t("add")}
            </Button>
          ) : null}
        </>
      }
    >
      <Panel isFlush>
        {isAsking ? (
          <LoadingState rows={8} />
        ) : (
          <Suspense fallback={<LoadingState rows={8} />}>
            <Lines view={view} slug={slug} onChange={change} columns={columns} onColumns={showColumns} />
          </Suspense>
        )}
      </Panel>
    </Page>
  )
}

// biome-ignore lint/style/noDefaultExport: a lazy route's page
export default Portfolio
