import { Group } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { ApprovalActs } from "#acts/approvals/ApprovalActs"
import { Steps } from "#acts/approvals/Steps"
import { useFacts } from "#acts/approvals/useFacts"
import { reasonOf } from "#client/problem"
import { useAct } from "#client/useAct"
import { useEndpoint } from "#client/useEndpoint"
import { askTextApproval, getTextApproval, type TextApproval as View } from "#contract/agreements"
import { getApproval } from "#contract/approvals"
import { ActionButton } from "#ui/ActionButton"
import { Panel } from "#ui/Panel"
import { useFormat } from "#ui/text"
import { Deviations } from "./Deviations.tsx"
import classes from "./negotiation.module.css"

type TextApprovalProps = {
  draftId: string
  /** It lies before both sides yet: what is being signed, or holds, is asked of nobody. */
  isNegotiated: boolean
}

/** What the text says otherwise than the ready text, who approves it before it is signed, and who has: the host's own affair. */
export const TextApproval = ({ draftId, isNegotiated }: TextApprovalProps) => {
  const { t } = useTranslation("negotiation")
  const found = useEndpoint(getTextApproval, { params: { agreementDraft: draftId } }).data
  if (found === undefined) return null
  const { deviations, steps, approvalId } = found
  const differs = deviations.clauses.length + deviations.terms.length > 0
  if (!differs && steps.length === 0 && approvalId === null) return null
  return (
    <Panel title={t("approval.title")} visibility="host">
      <Agreed view={found} isNegotiated={isNegotiated} />
      {approvalId === null ? null : <Asked id={approvalId} />}
      <Deviations {...deviations} />
    </Panel>
  )
}

/** Who has agreed, to which version; and who is still to be asked. */
const Agreed = ({ view: { draftId, steps, abilities }, isNegotiated }: { view: View; isNegotiated: boolean }) => {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const facts = useFacts("agreement.signing")
  const ask = useAct(askTextApproval, { done: () => t("approval.asked") })
  const agreed = steps.filter((step) => step.agreed !== null)
  const needed = isNegotiated ? steps.filter((step) => step.agreed === null && !step.isWaiting) : []
  return (
    <>
      <ul className={classes.list}>
        {agreed.map(({ name, agreed: by }) => (
          <li key={name}>
            <p className={classes.said}>
              {t("approval.agreed", {
                ...{ name, number: by?.number ?? 0 },
                by: format.list((by?.by ?? []).map((each) => each.name)),
              })}
            </p>
            <p className={classes.soft}>{format.list((by?.by ?? []).map(({ at }) => format.moment(at)))}</p>
          </li>
        ))}
        {needed.map(({ name, because }) => (
          <li key={name}>
            <p className={classes.said}>
              {because === null || because.reasons.length === 0
                ? t("approval.neededAlways", { name })
                : t("approval.needed", { name, facts: facts(because.reasons) })}
            </p>
          </li>
        ))}
      </ul>
      {needed.length === 0 ? null : (
        <ActionButton
          size="xs"
          mt="xs"
          loading={ask.isPending}
          disabledReason={reasonOf(abilities.ask)}
          onClick={() => ask.mutate({ params: { agreementDraft: draftId } })}
        >
          {t("approval.ask")}
        </ActionButton>
      )}
    </>
  )
}

/** What was asked about this version: answered here, too. What all approved is said above. */
const Asked = ({ id }: { id: string }) => {
  const { t } = useTranslation("approvals")
  const format = useFormat()
  const approval = useEndpoint(getApproval, { params: { approval: id } }).data
  if (approval === undefined || approval.state === "approved") return null
  const { askedBy, askedAt, state } = approval
  const date = format.moment(askedAt)
  return (
    <div className={classes.asked}>
      <p className={classes.said}>
        <strong>{t(`state.${state}`)}</strong>
      </p>
      <p className={classes.soft}>
        {askedBy.isSelf ? t("askedByYou", { date }) : t("askedBy", { name: askedBy.name, date })}
      </p>
      <Steps approval={approval} />
      <Group gap="xs" mt="xs">
        <ApprovalActs approval={approval} />
      </Group>
    </div>
  )
}
