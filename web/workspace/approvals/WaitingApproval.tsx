import { useTranslation } from "react-i18next"
import { useIntent } from "#acts/approvals/useIntent"
import type { ApprovalView } from "#contract/approvals"
import { useFormat } from "#ui/text"

/** What the reader is asked to approve, by whom, and what it is worth. */
export const WaitingApproval = ({ approval }: { approval: ApprovalView }) => {
  const { t } = useTranslation("approvals")
  const format = useFormat()
  const intent = useIntent(approval)
  const { askedBy, askedAt, amount } = approval
  return [
    intent,
    t("home.asks", { name: askedBy.name, date: format.moment(askedAt) }),
    ...(amount ? [format.money(amount)] : []),
  ].join(" · ")
}
