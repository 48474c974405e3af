import { Anchor } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { DiscussButton } from "#acts/DiscussButton"
import { FileLink } from "#acts/FileLink"
import { FilesButton } from "#acts/FilesButton"
import { PromiseActs } from "#acts/PromiseActs"
import type { CommitmentView, OccurrenceView } from "#contract/commitments"
import { CommitmentStateMark } from "#marks/CommitmentStateMark"
import { MomentText, useFormat } from "#ui/text"
import { OccurrenceStrip } from "./OccurrenceStrip.tsx"
import classes from "./promises.module.css"

type PromiseLineProps = { commitment: CommitmentView; occurrences: readonly OccurrenceView[] }

/** One promise: what it says, its due days, and the day that is looked at: at first the one that waits for somebody. */
export const PromiseLine = ({ commitment, occurrences }: PromiseLineProps) => {
  const { t } = useTranslation("acts")
  const format = useFormat()
  const [chosen, choose] = useState<string>()
  const shown = occurrences.find(({ id }) => id === chosen) ?? nextOf(occurrences)
  const { cadence, withinHours, amount, unit, clause, service } = commitment
  const title =
    service === null ? commitment.title : t(`service.${service}`, { hours: format.number(withinHours ?? 0, 2) })
  const terms = [
    // A service is kept or missed each time it is asked for, by its own clock.
    service === null ? t(`cadence.${cadence}`) : t("eachTime"),
    ...(withinHours === null || service !== null ? [] : [t("withinHours", { hours: format.number(withinHours) })]),
    ...(amount === null || unit === null ? [] : [t("amount", { amount: format.number(amount), unit })]),
    ...(clause === null ? [] : [t("clause", { clause })]),
  ]
  return (
    <li className={classes.line}>
      <div className={classes.words}>
        <span className={classes.title}>{title}</span>
        <span className={classes.terms}>{terms.join(" · ")}</span>
      </div>
      {occurrences.length > 0 ? (
        <OccurrenceStrip title={title} occurrences={occurrences} shown={shown?.id} onShow={choose} />
      ) : null}
      {shown ? <Shown occurrence={shown} /> : <p className={classes.none}>{t("nothingDue")}</p>}
    </li>
  )
}

/** The earliest that waits for somebody, else the next to come, else the latest. */
const nextOf = (occurrences: readonly OccurrenceView[]): OccurrenceView | undefined =>
  occurrences.find(({ state, awaitsConfirmation }) => awaitsConfirmation || state === "due" || state === "disputed") ??
  occurrences.find(({ isOverdue }) => isOverdue) ??
  occurrences.find(({ state }) => state === "upcoming" || state === "re_agreed") ??
  occurrences.at(-1)

const Shown = ({ occurrence }: { occurrence: OccurrenceView }) => {
  const { t } = useTranslation("acts")
  const format = useFormat()
  const { state, dueOn, firstDueOn, closedOn, reDated, isOftenReDated, awaitsConfirmation, evidence, note, clock } =
    occurrence
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
        {clock ? <ClockEnd clock={clock} /> : null}
        {awaitsConfirmation ? <span className={classes.terms}>{t("awaits")}</span> : null}
        {reDated > 0 ? (
          <span className={classes.terms}>{t("reDated", { count: reDated, date: format.date(firstDueOn) })}</span>
        ) : null}
        {isOftenReDated ? <span className={classes.warn}>{t("oftenReDated")}</span> : null}
        {note ? <span className={classes.terms}>“{note}”</span> : null}
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
        <PromiseActs promise={occurrence} />
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
