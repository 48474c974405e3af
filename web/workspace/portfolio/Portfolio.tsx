import { Button, Group } from "@mantine/core"
import { IconDownload, IconPlus } from "@tabler/icons-react"
import { Link, useParams } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { paths } from "#client/paths"
import { useView } from "#client/search"
import { useEndpoint } from "#client/useEndpoint"
import { getPortfolioSummary } from "#contract/partnerships"
import { DataTable } from "#ui/DataTable"
import { Page } from "#ui/Page"
import { Panel } from "#ui/Panel"
import { EmptyState, ProblemState } from "#ui/states"
import { showProblem } from "#ui/toast"
import { Answer } from "./Answer.tsx"
import { exportView } from "./exportCsv.ts"
import { Filters } from "./Filters.tsx"
import { SavedViews } from "./SavedViews.tsx"
import { useColumns } from "./useColumns.tsx"
import { useRows } from "./useRows.ts"
import { isFiltered, type PortfolioView, readPortfolioView } from "./view.ts"

/** Every partnership on one screen: who drifts and since when, what was kept, what comes next. */
const Portfolio = () => {
  const { t } = useTranslation("portfolio")
  const { slug = "" } = useParams({ strict: false })
  const [view, setView] = useView(readPortfolioView)
  const summary = useEndpoint(getPortfolioSummary, {})
  const { pages, rows } = useRows(view)
  const columns = useColumns()
  const change = (next: Partial<PortfolioView>) => void setView(next, { isStep: true })
  const clear = () => change(readPortfolioView({}))
  return (
    <Page
      title={t("title")}
      answer={summary.data ? <Answer summary={summary.data} onShow={change} /> : undefined}
      actions={
        <>
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
        {pages.error ? (
          <ProblemState problem={pages.error} onRetry={() => void pages.refetch()} />
        ) : (
          <DataTable
            label={t("title")}
            rows={rows}
            columns={columns}
            rowKey={({ id }) => id}
            rowTo={({ id }) => paths.partnership(slug, id)}
            sort={view.sort}
            onSort={(sort) => change(readPortfolioView({ ...view, sort }))}
            isLoading={pages.isPending}
            hasMore={pages.hasNextPage}
            onMore={() => void (pages.isFetchingNextPage || pages.fetchNextPage())}
            maxHeight="calc(100dvh - 250px)"
            toolbar={<Filters view={view} onChange={change} />}
            empty={
              isFiltered(view) ? (
                <EmptyState
                  title={t("noneMatch.title")}
                  action={
                    <Button variant="default" onClick={clear}>
                      {t("noneMatch.clear")}
                    </Button>
                  }
                >
                  {t("noneMatch.text")}
                </EmptyState>
              ) : (
                <EmptyState
                  title={t("empty.title")}
                  action={
                    <Group gap="xs">
                      <Button component={Link} to={paths.imports(slug)}>
                        {t("empty.import")}
                      </Button>
                      <Button component={Link} to={paths.newPartnership(slug)} variant="default">
                        {t("add")}
                      </Button>
                    </Group>
                  }
                >
                  {t("empty.text")}
                </EmptyState>
              )
            }
          />
        )}
      </Panel>
    </Page>
  )
}

/** The view as a CSV file; long ones are read page by page. */
const Export = ({ view }: { view: PortfolioView }) => {
  const { t } = useTranslation("portfolio")
  const [isBusy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    try {
      const link = document.createElement("a")
      link.href = URL.createObjectURL(await exportView(view))
      link.download = "portfolio.csv"
      link.click()
      URL.revokeObjectURL(link.href)
    } catch (problem) {
      showProblem(problem as Error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button
      size="xs"
      variant="default"
      loading={isBusy}
      leftSection={<IconDownload size={14} aria-hidden />}
      onClick={() => void save()}
    >
      {t("export")}
    </Button>
  )
}

// biome-ignore lint/style/noDefaultExport: a lazy route's page
export default Portfolio
