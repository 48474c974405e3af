import { Button } from "@mantine/core"
import { lazy, type ReactNode, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { useAct } from "#client/useAct"
import { useModuleTexts } from "#client/useModuleTexts"
import { type ApprovalView, answerApproval, withdrawApproval } from "#contract/approvals"
import { Mark } from "#marks/Mark"
import { Row, RowLine } from "#ui/Rows"
import { useFormat } from "#ui/text"
import { Steps } from "./Steps.tsx"

const RejectApproval = lazy(() => import("./RejectApproval.lazy.tsx"))

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
  const [isRejecting, setRejecting] = useState(false)
  const intent = useIntent(approval)
  const { title, state, amount, askedBy, askedAt, abilities, hash } = approval
  const params = { approval: approval.id }
  const approve = useAct(answerApproval, {
    done: (after) => t(after.state === "approved" ? "done.approved" : "done.onward", { title }),
  })
  const withdraw = useAct(withdrawApproval, { done: () => t("done.withdrawn", { title }) })
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
          {abilities.answer === true ? (
            <>
              <Button
                size="xs"
                aria-label={t("approveOf", { title })}
                loading={approve.isPending}
                onClick={() => approve.mutate({ params, input: { decision: "approve", hash } })}
              >
                {t("approve")}
              </Button>
              <Button
                size="xs"
                variant="default"
                aria-label={t("rejectOf", { title })}
                onClick={() => setRejecting(true)}
              >
                {t("reject")}
              </Button>
            </>
          ) : null}
          {abilities.withdraw === true ? (
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              aria-label={t("withdrawOf", { title })}
              loading={withdraw.isPending}
              onClick={() => withdraw.mutate({ params })}
            >
              {t("withdraw")}
            </Button>
          ) : null}
        </>
      }
    >
      <Suspense>
        {isRejecting ? <RejectApproval approval={approval} onClose={() => setRejecting(false)} /> : null}
      </Suspense>
    </Row>
  )
}

/** What is to be done, in the words of the module whose act it is. */
const useIntent = ({ kind, intent }: ApprovalView): string => {
  const say = useModuleTexts("approvable")
  const format = useFormat()
  const shown = Object.entries(intent).map(([name, value]) => [
    name,
    typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? format.date(value) : value,
  ])
  return say(`intent.${kind.replaceAll(".", "_")}`, kind, Object.fromEntries(shown))
}
