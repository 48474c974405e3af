import { Anchor } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { paths } from "#client/paths"
import type { getHome } from "#contract/home"
import type { OutputOf } from "#core/endpoint"
import { useFormat } from "#ui/text"
import type { HomeView } from "./view.ts"

type AnswerProps = { home: OutputOf<typeof getHome>; whose: HomeView["whose"]; slug: string }
type Counted = { count: number; isMore: boolean }

/** The day in one breath: how many drift, what is overdue and due on our side, what the other side owes, what is unread. */
export const Answer = ({ home: { counts }, whose, slug }: AnswerProps) => {
  const { t } = useTranslation("home")
  const format = useFormat()
  const figure = ({ count, isMore }: Counted) =>
    isMore ? t("more", { figure: format.number(count) }) : format.number(count)
  if (counts.partnerships.count === 0) return t(`answer.none.${whose}`)
  const { overdueOurs: overdue, dueOurs: due } = counts
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
      {t(counts.drifting.count === 0 ? "answer.steady" : "answer.drifting", {
        count: counts.partnerships.count,
        drifting: figure(counts.drifting),
        partnerships: figure(counts.partnerships),
        context: whose,
      })}{" "}
      {counts.overdueTheirs.count > 0
        ? t("answer.theirs", { count: counts.overdueTheirs.count, figure: figure(counts.overdueTheirs) })
        : null}{" "}
      {counts.unread > 0 ? (
        <Anchor component={Link} to={paths.notifications(slug)}>
          {t("answer.unread", { count: counts.unread })}
        </Anchor>
      ) : null}
    </>
  )
}
