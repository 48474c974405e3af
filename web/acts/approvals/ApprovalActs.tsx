import { Button } from "@mantine/core"
import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { useAct } from "#client/useAct"
import { type ApprovalView, answerApproval, withdrawApproval } from "#contract/approvals"

const RejectApproval = lazy(() => import("./RejectApproval.lazy.tsx"))

/** What one may say to an act that has to be approved: yes, no with a reason, or that it is asked no longer. */
export const ApprovalActs = ({ approval }: { approval: ApprovalView }) => {
  const { t } = useTranslation("approvals")
  const [isRejecting, setRejecting] = useState(false)
  const { title, abilities, hash } = approval
  const params = { approval: approval.id }
  const approve = useAct(answerApproval, {
    done: (after) => t(after.state === "approved" ? "done.approved" : "done.onward", { title }),
  })
  const withdraw = useAct(withdrawApproval, { done: () => t("done.withdrawn", { title }) })
  return (
    <>
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
          <Button size="xs" variant="default" aria-label={t("rejectOf", { title })} onClick={() => setRejecting(true)}>
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
      <Suspense>
        {isRejecting ? <RejectApproval approval={approval} onClose={() => setRejecting(false)} /> : null}
      </Suspense>
    </>
  )
}
