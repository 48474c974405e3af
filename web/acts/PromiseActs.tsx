import { ActionIcon, Button, Group } from "@mantine/core"
import { IconDots } from "@tabler/icons-react"
import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { act } from "#client/act"
import { reasonOf } from "#client/problem"
import { useAct } from "#client/useAct"
import {
  answerProposal,
  confirmOccurrence,
  type OccurrenceView,
  undoPromise,
  withdrawProposal,
} from "#contract/commitments"
import { ActionButton } from "#ui/ActionButton"
import { Menu, MenuItem } from "#ui/Menu"
import { type ActedPromise, withState } from "./promise.tsx"
import type { Settlement } from "./SettlePromise.lazy.tsx"

const ReportKept = lazy(() => import("./ReportKept.lazy.tsx"))
const ProposeChange = lazy(() => import("./ProposeChange.lazy.tsx"))
const SettlePromise = lazy(() => import("./SettlePromise.lazy.tsx"))

type PromiseActsProps = {
  promise: ActedPromise
  /** The due days of the same promise, where they are known: which of several was kept is asked. */
  among?: readonly OccurrenceView[]
  /** Opens with the question what shows that it was kept. */
  isReporting?: boolean
}

/** What one may do with a promise, where it is read: the likeliest act as a button, the others in a menu. */
export const PromiseActs = ({ promise, among, isReporting: startsSo = false }: PromiseActsProps) => {
  const { t } = useTranslation("acts")
  const [isReporting, setReporting] = useState(startsSo && promise.abilities.report === true)
  const [settlement, setSettlement] = useState<Settlement>()
  const [proposal, setProposal] = useState<"re_date" | "waive">()
  const params = { occurrence: promise.id }
  const undo = useAct(undoPromise, { done: () => t("done.undone") })
  const confirm = useAct(confirmOccurrence, {
    optimistic: withState("kept"),
    done: () => t("done.confirmed", { title: promise.title }),
  })
  const { abilities } = promise
  const agree = useAct(answerProposal, {
    done: () => t("done.agreed", { title: promise.title }),
    undo: (_, { params: agreed, workspace }) =>
      act(undoPromise, { params: agreed, ...(workspace === undefined ? {} : { workspace }) }),
  })
  const withdraw = useAct(withdrawProposal, { done: () => t("done.withdrawn") })
  const mayAnswer = promise.proposal !== null && abilities.answer === true
  const settlements = (["reDate", "waive", "dispute"] as const).filter((each) => abilities[each] === true)
  const proposals = abilities.propose === true ? (["re_date", "waive"] as const) : []
  const [canUndo, canWithdraw] = [abilities.undo === true, abilities.withdraw === true]
  const hasMore =
    settlements.length + proposals.length > 0 || canUndo || canWithdraw || (mayAnswer && abilities.report === true)
  // Whose promise it is the page says; what is settled cannot be reported by anybody.
  const isOver = ["already-closed", "already-reported", "not-your-promise"].includes(String(abilities.report))

  return (
    <Group gap={6}>
      {mayAnswer ? (
        <>
          <Button
            size="xs"
            aria-label={t("act.agreeOf", { title: promise.title })}
            onClick={() => agree.mutate({ params, input: { agrees: true } })}
            loading={agree.isPending}
          >
            {t("act.agree")}
          </Button>
          <Button
            size="xs"
            variant="default"
            aria-label={t("act.refuseOf", { title: promise.title })}
            onClick={() => setSettlement("refuse")}
          >
            {t("act.refuse")}
          </Button>
        </>
      ) : promise.awaitsConfirmation && abilities.confirm === true ? (
        <Button size="xs" onClick={() => confirm.mutate({ params, input: {} })} loading={confirm.isPending}>
          {t("act.confirm")}
        </Button>
      ) : isOver ? null : (
        <ActionButton
          size="xs"
          variant="default"
          aria-label={t("act.reportOf", { title: promise.title })}
          disabledReason={reasonOf(abilities.report)}
          onClick={() => setReporting(true)}
        >
          {t("act.report")}
        </ActionButton>
      )}
      {hasMore ? (
        <Menu
          target={
            <ActionIcon aria-label={t("act.more", { title: promise.title })}>
              <IconDots size={16} aria-hidden />
            </ActionIcon>
          }
        >
          {settlements.map((each) => (
            <MenuItem key={each} onClick={() => setSettlement(each)}>
              {t(`act.${each}`)}
            </MenuItem>
          ))}
          {mayAnswer && abilities.report === true ? (
            <MenuItem onClick={() => setReporting(true)}>{t("act.report")}</MenuItem>
          ) : null}
          {proposals.map((each) => (
            <MenuItem key={each} onClick={() => setProposal(each)}>
              {t(each === "waive" ? "act.proposeWaive" : "act.proposeReDate")}
            </MenuItem>
          ))}
          {canWithdraw ? <MenuItem onClick={() => withdraw.mutate({ params })}>{t("act.withdraw")}</MenuItem> : null}
          {canUndo ? <MenuItem onClick={() => undo.mutate({ params })}>{t("act.undo")}</MenuItem> : null}
        </Menu>
      ) : null}
      <Suspense>
        {isReporting ? <ReportKept promise={promise} among={among} onClose={() => setReporting(false)} /> : null}
        {settlement ? (
          <SettlePromise promise={promise} how={settlement} onClose={() => setSettlement(undefined)} />
        ) : null}
        {proposal ? <ProposeChange promise={promise} kind={proposal} onClose={() => setProposal(undefined)} /> : null}
      </Suspense>
    </Group>
  )
}
