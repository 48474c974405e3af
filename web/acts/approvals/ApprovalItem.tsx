import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { ApprovalView } from "#contract/approvals"
import { Mark } from "#marks/Mark"
import { Row, RowLine } from "#ui/Rows"
import { useFormat } from "#ui/text"
import { ApprovalActs } from "./ApprovalActs.tsx"
import { Steps } from "./Steps.tsx"
import { useIntent } from "./useIntent.tsx"

const line = {
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 1.6,
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const
const looks = {
  waiting: { tone: "warn", shape: <path {...line} d="M7 2.5V7l2.5 1.8M12 7a5 5 0 1 1-10 0a5 5 0 0 1 10 0" /> },
  approved: { tone: "good", shape: <path {...line} d="M2.5 7.5l3 3 6-7" /> },
  rejected: { tone: "bad", shape: <path {...line} d="M3.5 3.5l7 7M10.5 3.5l-7 7" /> },
  withdrawn: { tone: "calm", shape: <path {...line} d="M3 7h8" /> },
  void: { tone: "calm", shape: <path {...line} d="M3 7h8" /> },
} as const

/** One act that others have to approve: what is to be done, who has said what, and whom it waits for. */
export const ApprovalItem = ({ approval, where }: { approval: ApprovalView; where?: ReactNode }) => {
  const { t } = useTranslation("approvals")
  const format = useFormat()
  const intent = useIntent(approval)
  const { title, state, amount, askedBy, askedAt } = approval
  const date = format.moment(askedAt)
  return (
    <Row
      isLong
      name={title}
      lines={
        <>
          <RowLine isStrong>{intent}</RowLine>
          <RowLine>
            {where}
            {askedBy.isSelf ? t("askedByYou", { date }) : t("askedBy", { name: askedBy.name, date })}
            {amount ? ` · ${format.money(amount)}` : null}
            {approval.edition === null ? null : ` · ${t("edition", { number: approval.edition })}`}
          </RowLine>
          <Steps approval={approval} />
        </>
      }
      end={
        <>
          <Mark tone={looks[state].tone} shape={looks[state].shape}>
            {t(`state.${state}`)}
          </Mark>
          <ApprovalActs approval={approval} />
        </>
      }
    />
  )
}
