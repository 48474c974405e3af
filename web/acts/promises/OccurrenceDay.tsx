import { Anchor } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { DiscussButton } from "#acts/DiscussButton"
import { FileLink } from "#acts/FileLink"
import { FilesButton } from "#acts/FilesButton"
import { PromiseActs } from "#acts/PromiseActs"
import { ProposalWords } from "#acts/ProposalWords"
import type { OccurrenceView } from "#contract/commitments"
import { CommitmentStateMark } from "#marks/CommitmentStateMark"
import { MomentText, useFormat } from "#ui/text"
import { useWhose } from "#ui/viewer"
import classes from "./promises.module.css"

type OccurrenceDayProps = {
  occurrence: OccurrenceView
  /** The other due days of the same promise. */
  among: readonly OccurrenceView[]
}

/** One due day: where it stands, what shows it, and what can be done. */
export const OccurrenceDay = ({ occurrence, among }: OccurrenceDayProps) => {
  const { t } = useTranslation("acts")
  const format = useFormat()
  const {
    state,
    dueOn,
    firstDueOn,
    closedOn,
    reDated,
    isOftenReDated,
    awaitsConfirmation,
    evidence,
    note,
    clock,
    missedOn,
    proposal,
    amount,
    unit,
    isPart,
  } = occurrence
  return (
    <div className={classes.shown}>
      <div className={classes.facts}>
        <span className={classes.stand}>
          <CommitmentStateMark state={state} />
          <span>
            {t("dueOn", { date: format.date(dueOn) })}
            {closedOn && (state === "kept" || state === "kept_late")
              ? `, ${t("keptOn", { date: format.date(closedOn) })}`
              : null}
          </span>
        </span>
        {isPart && amount !== null ? (
          <span className={classes.terms}>{t("part", { amount: format.quantity(amount, unit ?? "") })}</span>
        ) : null}
        {clock ? <ClockEnd clock={clock} /> : null}
        {awaitsConfirmation ? <span className={classes.terms}>{t("awaits")}</span> : null}
        {reDated > 0 ? (
          <span className={classes.terms}>{t("reDated", { count: reDated, date: format.date(firstDueOn) })}</span>
        ) : null}
        {missedOn && state !== "disputed" && proposal?.state !== "recorded" ? (
          <span className={classes.warn}>{t("reAgreedLate", { date: format.date(missedOn) })}</span>
        ) : null}
        {proposal ? <Proposal occurrence={occurrence} proposal={proposal} /> : null}
        {isOftenReDated ? <span className={classes.warn}>{t("oftenReDated")}</span> : null}
        {note ? <span className={classes.terms}>{format.quote(note)}</span> : null}
        {evidence.map((each) => (
          <span key={each.id} className={classes.terms}>
            {t(`evidenceKind.${each.kind}`)}
            {each.file ? (
              <>
                {": "}
                <FileLink file={each.file} />
                {each.note ? ` · ${each.note}` : null}
              </>
            ) : each.url ? (
              <>
                {": "}
                <Anchor href={each.url} target="_blank" rel="noreferrer" size="sm">
                  {each.note ?? each.url}
                </Anchor>
              </>
            ) : each.note ? (
              `: ${each.note}`
            ) : null}
          </span>
        ))}
      </div>
      <div className={classes.acts}>
        <PromiseActs promise={occurrence} among={among} />
        <FilesButton subject={{ kind: "occurrence", id: occurrence.id }} name={occurrence.title} isSmall />
        <DiscussButton
          subject={{ kind: "occurrence", id: occurrence.id }}
          name={occurrence.title}
          partnershipId={occurrence.partnershipId}
        />
      </div>
    </div>
  )
}

type ProposalProps = Readonly<{ occurrence: OccurrenceView; proposal: NonNullable<OccurrenceView["proposal"]> }>

/** What is proposed, by whom, and that it changes nothing yet; or what its own party alone says was agreed. */
const Proposal = ({ occurrence: { owedBy, partyId }, proposal }: ProposalProps) => {
  const { t } = useTranslation("acts")
  const format = useFormat()
  const whose = useWhose()
  const { state, partyName, proposedBy, agreedWith, agreedOn } = proposal
  const isOurs = whose(owedBy, partyId) === "ours"
  const who = proposedBy ?? partyName ?? t(isOurs ? "proposal.we" : "proposal.they")
  if (state === "recorded" && agreedWith !== null && agreedOn !== null)
    return (
      <span className={classes.warn}>
        {t("proposal.recorded", { who, with: agreedWith, on: format.date(agreedOn) })}
      </span>
    )
  return (
    <span className={classes.proposal}>
      <ProposalWords proposal={proposal} isOurs={isOurs} /> <span className={classes.terms}>{t("proposal.waits")}</span>
    </span>
  )
}

/** To the minute when it was due and when it was done. */
const ClockEnd = ({ clock: { dueAt, stoppedAt } }: { clock: NonNullable<OccurrenceView["clock"]> }) => {
  const { t } = useTranslation("acts")
  return (
    <span className={classes.terms}>
      {dueAt === null ? null : (
        <>
          {t("clock.due")} <MomentText at={dueAt} />,{" "}
        </>
      )}
      {stoppedAt === null ? (
        t("clock.open")
      ) : (
        <>
          {t("clock.answered")} <MomentText at={stoppedAt} />
        </>
      )}
    </span>
  )
}
