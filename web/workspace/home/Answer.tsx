import { useTranslation } from "react-i18next"
import { overdueOf, promisesOurs } from "#contract/commitments"
import { openDrift } from "#contract/drift"
import type { getHome } from "#contract/home"
import { groupOf } from "#core/attention"
import type { OutputOf } from "#core/endpoint"
import { useFigure } from "#ui/useFigure"
import type { HomeView } from "./view.ts"

type AnswerProps = { home: OutputOf<typeof getHome>; whose: HomeView["whose"] }

/** The day in one breath: what is overdue and due on our side, how many drift, what the other side owes. */
export const Answer = ({ home: { partnerships, groups }, whose }: AnswerProps) => {
  const { t } = useTranslation("home")
  const figure = useFigure()
  if (partnerships.count === 0) return t(`answer.none.${whose}`)
  const overdue = overdueOf(groups, "host")
  const theirs = overdueOf(groups, "partner")
  const { due } = groupOf(groups, promisesOurs).counts
  const { drifting, silent } = groupOf(groups, openDrift).counts
  const ours = overdue.count === 0 ? "oursDue" : due.count === 0 ? "oursOverdue" : "ours"
  return (
    <>
      <strong>
        {overdue.count + due.count === 0
          ? t("answer.calm")
          : t(`answer.${ours}`, {
              count: overdue.count === 0 ? due.count : overdue.count,
              overdue: figure(overdue),
              due: figure(due),
            })}
      </strong>{" "}
      {t(drifting.count === 0 ? "answer.steady" : "answer.drifting", {
        count: drifting.count === 0 ? partnerships.count : drifting.count,
        drifting: figure(drifting),
        partnerships: figure(partnerships),
        context: whose,
      })}{" "}
      {silent.count > 0 ? `${t("answer.silent", { count: silent.count, figure: figure(silent) })} ` : null}
      {theirs.count > 0 ? t("answer.theirs", { count: theirs.count, figure: figure(theirs) }) : null}
    </>
  )
}
