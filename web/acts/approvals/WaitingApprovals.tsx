import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { listApprovals } from "#contract/approvals"
import { Panel } from "#ui/Panel"
import { Rows } from "#ui/Rows"
import { ApprovalItem } from "./ApprovalItem.tsx"
import classes from "./approvals.module.css"

/** What waits to be approved in a partnership; nothing is shown while nothing waits. The host's own affair. */
export const WaitingApprovals = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation("approvals")
  const found = useEndpoint(listApprovals, { query: { state: "waiting", partnership: partnershipId } })
  const items = found.data?.items ?? []
  if (items.length === 0) return null
  return (
    <div className={classes.waiting}>
      <Panel title={t("waiting")} visibility="host">
        <Rows>
          {items.map((approval) => (
            <ApprovalItem key={approval.id} approval={approval} />
          ))}
        </Rows>
      </Panel>
    </div>
  )
}
