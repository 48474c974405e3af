import { useState } from "react"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useEndpoint } from "#client/useEndpoint"
import { getPanel, type Panel as PanelView, type WholeCandidate } from "#contract/recruitment"
import { ActionButton } from "#ui/ActionButton"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows, RowsNote } from "#ui/Rows"
import { SelectField } from "#ui/SelectField"
import { Loaded } from "#ui/states"
import { useFormat } from "#ui/text"
import { Answers } from "./Answers.tsx"
import { AskAssessors } from "./AskAssessors.tsx"
import classes from "./Assessments.module.css"
import { Matrix } from "./Matrix.tsx"

/** What colleagues think of it, each by themselves: who was asked, one's own answers, and what all say once one may know. */
export const Assessments = ({ candidate }: { candidate: WholeCandidate }) => {
  const { t } = useTranslation("recruit")
  const [open, setOpen] = useState<"ask" | "answer">()
  const [round, setRound] = useState<number>()
  const isOver = round !== undefined && round < candidate.round
  const present = useEndpoint(getPanel, { params: { candidate: candidate.id } })
  const earlier = useEndpoint(
    getPanel,
    { params: { candidate: candidate.id }, query: { round: round ?? 1 } },
    { isEnabled: isOver },
  )
  const found = isOver ? earlier : present
  const { ask, answer } = candidate.abilities
  const state = present.data?.own?.state
  return (
    <Panel
      title={t("assessments.title")}
      hint={candidate.isYardstickOld ? t("assessments.old", { number: candidate.yardstick }) : t("assessments.hint")}
      isFlush
      aside={
        <>
          {state === "asked" || state === "sent" ? (
            <ActionButton size="xs" disabledReason={reasonOf(answer)} onClick={() => setOpen("answer")}>
              {t(state === "asked" ? "answers.open" : "answers.change")}
            </ActionButton>
          ) : null}
          <ActionButton size="xs" variant="default" disabledReason={reasonOf(ask)} onClick={() => setOpen("ask")}>
            {t("ask.open")}
          </ActionButton>
        </>
      }
    >
      <Loaded from={found}>
        {(panel) => (
          <>
            {candidate.round > 1 ? (
              <div className={classes.rounds}>
                <SelectField
                  label={t("round.label")}
                  data={Array.from({ length: candidate.round }, (_, at) => ({
                    value: String(at + 1),
                    label: t("round.of", { round: at + 1, rounds: candidate.round }),
                  }))}
                  value={String(round ?? candidate.round)}
                  onChange={(chosen) => setRound(Number(chosen))}
                />
                {candidate.wasKnockedOut ? <p>{t("round.knockedOut")}</p> : null}
              </div>
            ) : null}
            <Asked panel={panel} isOver={isOver} />
            <Matrix panel={panel} />
            {open === "answer" && panel.own ? (
              <Answers own={panel.own} criteria={panel.criteria} onClose={() => setOpen(undefined)} />
            ) : null}
          </>
        )}
      </Loaded>
      {open === "ask" ? <AskAssessors candidate={candidate} onClose={() => setOpen(undefined)} /> : null}
    </Panel>
  )
}

const Asked = ({ panel, isOver }: { panel: PanelView; isOver: boolean }) => {
  const { t } = useTranslation("recruit")
  const format = useFormat()
  if (panel.items.length === 0) return <RowsNote>{t("assessments.none")}</RowsNote>
  return (
    <>
      <Rows>
        {panel.items.map(({ id, name, state, settledAt, recusal, sent }) => {
          const counted = sent.find(({ isCounted }) => isCounted)
          return (
            <Row
              key={id}
              name={name}
              lines={
                <>
                  <RowLine>
                    {settledAt === null
                      ? t(isOver ? "state.over" : "state.asked")
                      : t(`state.${state}`, { date: format.dayOf(settledAt) })}
                  </RowLine>
                  {recusal === null ? null : <RowLine>{recusal}</RowLine>}
                  {counted && counted.unanswered.length > 0 ? (
                    <RowLine>
                      {t("unanswered", { count: counted.unanswered.length, share: format.percent(counted.answered) })}
                    </RowLine>
                  ) : null}
                  {sent.some(({ afterSeeing }) => afterSeeing) ? <RowLine>{t("afterSeeing")}</RowLine> : null}
                </>
              }
              end={counted ? <strong className="numbers">{total(counted.total, format)}</strong> : undefined}
            />
          )
        })}
      </Rows>
      {panel.isBlind ? <RowsNote>{t("blind")}</RowsNote> : null}
    </>
  )
}

const total = (points: number | null, format: ReturnType<typeof useFormat>): string =>
  points === null ? "–" : format.number(points, 1)
