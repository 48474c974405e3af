import { useTranslation } from "react-i18next"
import { type DraftView, periodWords } from "#contract/agreements"
import { Panel } from "#ui/Panel"
import { SideBadge } from "#ui/SideBadge"
import { useFormat } from "#ui/text"
import classes from "./review.module.css"
import { useClauseWords } from "./useClauseWords.ts"
import { useDueWords } from "./useDueWords.tsx"

type Line = DraftView["content"]["commitments"][number]

/** What each side would owe, with the next days on which it would fall due. */
export const PromisesBySide = ({ draft }: { draft: DraftView }) => {
  const { t } = useTranslation("agreements")
  const numbered = draft.content.commitments.map((line, index) => ({ line, index }))
  return (
    <Panel
      title={t("review.promises")}
      hint={t(draft.state === "in_force" ? "review.promisesInForce" : "review.promisesHint")}
    >
      <div id="promises" className={classes.sides}>
        {(["host", "partner"] as const).map((side) => {
          const own = numbered.filter(({ line }) => line.owedBy === side)
          return (
            <section key={side}>
              <h3 className={classes.side}>
                <SideBadge side={side} /> {t("review.promised", { count: own.length })}
              </h3>
              <ul className={classes.lines}>
                {own.map(({ line, index }) => (
                  <Promised
                    key={`${index} ${line.title}`}
                    line={line}
                    index={index}
                    days={draft.nextDays[index] ?? []}
                    clauses={draft.clauses}
                  />
                ))}
              </ul>
            </section>
          )
        })}
      </div>
    </Panel>
  )
}

type PromisedProps = {
  line: Line
  index: number
  days: DraftView["nextDays"][number]
  clauses: DraftView["clauses"]
}

const Promised = ({ line, index, days, clauses }: PromisedProps) => {
  const { t } = useTranslation("agreements")
  const format = useFormat()
  const dueWords = useDueWords()
  const clauseWords = useClauseWords(clauses)
  const { title, measure, cadence, amount, unit, withinHours, answers, evidenceNeeded = "any" } = line
  const say = (key: string, values = {}) => String(t(key as never, values as never))
  const how =
    measure === "within_hours"
      ? t("review.withinHours", { count: withinHours ?? 0 })
      : measure === "amount_per_period"
        ? t("review.amount", { amount: format.quantity(amount ?? 0, unit ?? ""), cadence: t(`cadence.${cadence}`) })
        : t(`cadence.${cadence}`)
  const facts = [
    how,
    ...periodWords(say, (part) => format.quantity(part, unit ?? ""), line),
    ...(answers === undefined ? [] : [t(`answers.${answers}`)]),
    ...clauseWords(line),
    ...(evidenceNeeded === "any" ? [] : [t("review.evidence", { evidence: t(`evidence.${evidenceNeeded}`) })]),
  ]
  return (
    <li id={`commitments-${index}`}>
      <span className={classes.name}>{title}</span>
      <span className={classes.soft}>{facts.join(" · ")}</span>
      <span className={classes.soft}>
        {answers !== undefined
          ? t("review.eachAnswer")
          : days.length === 0
            ? t("review.neverDue")
            : t("review.nextDays", { days: format.commas(days.map((day) => dueWords(day, unit))) })}
      </span>
    </li>
  )
}
