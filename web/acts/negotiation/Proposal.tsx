import { Button, Group } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { DiscussButton } from "#acts/DiscussButton"
import { reasonOf } from "#client/problem"
import { useAct } from "#client/useAct"
import {
  answerClauseProposal,
  type ProposalView,
  rebaseProposal,
  sendProposal,
  withdrawClauseProposal,
} from "#contract/negotiation"
import { ActionButton } from "#ui/ActionButton"
import { SideBadge } from "#ui/SideBadge"
import { MomentText } from "#ui/text"
import { VisibilityLock } from "#ui/VisibilityLock"
import { AnswerProposal } from "./AnswerProposal.tsx"
import { Change } from "./Change.tsx"
import type { Terms } from "./clauses.ts"
import { EndsWith } from "./EndsWith.tsx"
import classes from "./negotiation.module.css"
import { usePromisedIn } from "./promised.ts"
import { RedlineRows } from "./RedlineRows.tsx"
import { useProposalName } from "./useProposalName.ts"

/** What one side wants a clause to be instead, with what may be done about it. */
export const Proposal = ({ proposal, terms }: { proposal: ProposalView; terms: Terms }) => {
  const { t } = useTranslation("negotiation")
  const { id, side, partyId, partyName, by, proposedAt, reason, state, isOutdated, baseNumber, word } = proposal
  const name = useProposalName()(proposal)
  const promised = usePromisedIn(proposal.change.key)
  const ending = proposal.change.kind === "delete" ? promised : []
  return (
    <section id={`proposal-${id}`} className={classes.proposal} aria-label={t("proposal.of", { heading: name })}>
      <p className={classes.said}>
        <SideBadge side={side} party={partyId} name={partyName} />
        {by === null ? null : <span>{by}</span>}
        {proposedAt === null ? <VisibilityLock visibility={side} /> : <MomentText at={proposedAt} />}
        <span>{t(`proposal.kind.${proposal.change.kind}`)}</span>
        {state === "draft" ? <strong>{t("proposal.draft")}</strong> : null}
        {word === null ? null : <span>{t("word.fromWord")}</span>}
        {word?.isMarked === false ? <strong>{t("word.notMarked")}</strong> : null}
      </p>
      <Change proposal={proposal} terms={terms} />
      {ending.length === 0 ? null : <EndsWith lines={ending} />}
      {reason === null ? null : <p className={classes.reason}>{reason}</p>}
      {isOutdated ? <p className={classes.soft}>{t("proposal.outdated", { number: baseNumber })}</p> : null}
      <Rebase proposal={proposal} terms={terms} />
      <Acts proposal={proposal} />
      <DiscussButton
        subject={{ kind: "clause_proposal", id }}
        name={name}
        partnershipId={proposal.partnershipId}
        audience={proposedAt === null ? "own" : "shared"}
      />
    </section>
  )
}

/** Of one's own that is out of date: with what was changed meanwhile in it, or in its place. */
const Rebase = ({ proposal: { id, abilities, rebased }, terms }: { proposal: ProposalView; terms: Terms }) => {
  const { t } = useTranslation("negotiation")
  const rebase = useAct(rebaseProposal, { done: () => t("proposal.rebased") })
  if (abilities.rebase !== true || rebased === null) return null
  const act = (as: "both" | "mine") => rebase.mutate({ params: { clauseProposal: id }, input: { as } })
  return (
    <>
      {rebased.both === null ? (
        <p className={classes.soft}>{t("proposal.noMerge")}</p>
      ) : rebased.both.line === null ? null : (
        <div className={classes.change}>
          <p className={classes.soft}>{t("proposal.wouldBe")}</p>
          <RedlineRows rows={rebased.both.line.rows} values={{ before: terms, after: terms }} />
        </div>
      )}
      <Group gap="xs" mb="xs">
        {rebased.both === null ? null : (
          <Button size="xs" loading={rebase.isPending} onClick={() => act("both")}>
            {t("proposal.rebaseBoth")}
          </Button>
        )}
        {rebased.mine === null ? null : (
          <Button size="xs" variant="default" loading={rebase.isPending} onClick={() => act("mine")}>
            {t("proposal.rebaseMine")}
          </Button>
        )}
      </Group>
    </>
  )
}

const Acts = ({ proposal: { id, abilities } }: { proposal: ProposalView }) => {
  const { t } = useTranslation("negotiation")
  const [isRejecting, setRejecting] = useState(false)
  const params = { clauseProposal: id }
  const answer = useAct(answerClauseProposal, {
    done: ({ madeNumber }) => t("proposal.accepted", { number: madeNumber ?? 0 }),
  })
  const send = useAct(sendProposal, { done: () => t("proposal.sent") })
  const withdraw = useAct(withdrawClauseProposal, { done: () => t("proposal.withdrawn") })
  const isOwn = abilities.withdraw === true
  return (
    <Group gap="xs">
      {isOwn ? null : (
        <>
          <ActionButton
            size="xs"
            loading={answer.isPending}
            disabledReason={reasonOf(abilities.accept)}
            onClick={() => answer.mutate({ params, input: { accepts: true } })}
          >
            {t("proposal.accept")}
          </ActionButton>
          <ActionButton
            size="xs"
            variant="default"
            disabledReason={reasonOf(abilities.reject)}
            onClick={() => setRejecting(true)}
          >
            {t("proposal.reject")}
          </ActionButton>
        </>
      )}
      {abilities.send === true ? (
        <Button size="xs" loading={send.isPending} onClick={() => send.mutate({ params })}>
          {t("proposal.send")}
        </Button>
      ) : null}
      {isOwn ? (
        <Button size="xs" variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate({ params })}>
          {t("proposal.withdraw")}
        </Button>
      ) : null}
      {isRejecting ? <AnswerProposal id={id} onClose={() => setRejecting(false)} /> : null}
    </Group>
  )
}
