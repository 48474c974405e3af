import { Anchor } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { ApprovalItem } from "#acts/approvals/ApprovalItem"
import { type AttentionPanel, attentionPanel } from "#client/attention"
import { approvalsWaiting } from "#contract/approvals"
import type { ItemsOf } from "#core/attention"
import { partnershipPath } from "#paths/partnership"
import { Panel } from "#ui/Panel"
import classes from "./Approvals.module.css"

/** What waits for one's own answer stands before everything else; nothing is shown while nothing waits. */
const Waiting = ({ items, slug }: { items: ItemsOf<typeof approvalsWaiting>; slug: string }) => {
  const { t } = useTranslation("approvals")
  if (items.length === 0) return null
  return (
    <Panel title={t("home.title")} hint={t("home.hint")} isFlush>
      <ul className={classes.flush}>
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
    </Panel>
  )
}

export const panels: readonly AttentionPanel[] = [
  attentionPanel(approvalsWaiting, { column: "left", order: 5, Panel: Waiting }),
]
