import { Button } from "@mantine/core"
import { useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { useView } from "#client/search"
import { usePages } from "#client/usePages"
import { listApprovals } from "#contract/approvals"
import { Page } from "#ui/Page"
import { Panel } from "#ui/Panel"
import { SelectField } from "#ui/SelectField"
import { EmptyState, Loaded } from "#ui/states"
import classes from "./Approvals.module.css"
import { Asked } from "./Asked.tsx"
import { approvalStates } from "./states.ts"
import { readView } from "./view.ts"

/** Everything that was asked to be approved, the latest first. */
const Approvals = () => {
  const { t } = useTranslation("approvals")
  const { slug = "" } = useParams({ strict: false })
  const [view, setView] = useView(readView)
  const pages = usePages(listApprovals, { query: { state: view.state } })
  return (
    <Page title={t("title")} answer={t("answer")}>
      <search className={classes.filters}>
        <SelectField
          label={t("list.state")}
          data={approvalStates.map((value) => ({
            value,
            label: value === "all" ? t("list.all") : t(`state.${value}`),
          }))}
          value={view.state}
          onChange={(state) => void setView(readView({ state }))}
        />
      </search>
      <Panel>
        <Loaded from={{ ...pages, data: pages.first && pages.rows }}>
          {(items) =>
            items.length === 0 ? (
              <EmptyState title={t("list.empty")}>{t("list.emptyText")}</EmptyState>
            ) : (
              <Asked items={items} slug={slug} />
            )
          }
        </Loaded>
        {pages.hasMore ? (
          <Button variant="default" size="xs" loading={pages.isMoreLoading} onClick={pages.more}>
            {t("list.older")}
          </Button>
        ) : null}
      </Panel>
    </Page>
  )
}

export default Approvals
