import { Anchor, Button } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { ApprovalItem } from "#acts/approvals/ApprovalItem"
import { useView } from "#client/search"
import { usePages } from "#client/usePages"
import { listApprovals } from "#contract/approvals"
import { partnershipPath } from "#paths/partnership"
import { Page } from "#ui/Page"
import { Panel } from "#ui/Panel"
import { SelectField } from "#ui/SelectField"
import { EmptyState, Loaded } from "#ui/states"
import classes from "./Approvals.module.css"
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
              <ul className={classes.list}>
                {items.map((approval) => (
                  <ApprovalItem
                    key={approval.id}
                    approval={approval}
                    where={
                      <>
                        <Anchor component={Link} to={partnershipPath(slug, approval.partnershipId)} c="inherit">
                          {approval.partnershipName}
                        </Anchor>
                        {" · "}
                      </>
                    }
                  />
                ))}
              </ul>
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
