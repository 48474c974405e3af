import { useTranslation } from "react-i18next"
import { type AttentionPanel, attentionPanel } from "#client/attention"
import { approvalsWaiting } from "#contract/approvals"
import type { ItemsOf } from "#core/attention"
import { Panel } from "#ui/Panel"
import { Asked } from "./Asked.tsx"

/** What waits for one's own answer stands before everything else; nothing is shown while nothing waits. */
const Waiting = ({ items, slug }: { items: ItemsOf<typeof approvalsWaiting>; slug: string }) => {
  const { t } = useTranslation("approvals")
  if (items.length === 0) return null
  return (
    <Panel title={t("home.title")} hint={t("home.hint")} isFlush>
      <Asked items={items} slug={slug} />
    </Panel>
  )
}

export const panels: readonly AttentionPanel[] = [
  attentionPanel(approvalsWaiting, { column: "left", order: 5, Panel: Waiting }),
]
