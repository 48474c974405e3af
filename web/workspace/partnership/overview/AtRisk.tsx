import { Anchor } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { linkTo } from "#client/linkTo"
import { useMayGo } from "#client/useMayGo"
import type { listCommitments, OccurrenceView } from "#contract/commitments"
import type { OutputOf } from "#core/endpoint"
import { daysBetween, type PlainDate } from "#core/time"
import { newAgreementPath } from "#paths/new-agreement"
import { partnershipPromisesPath } from "#paths/partnership"
import { promisePath } from "#paths/promise"
import { SideBadge } from "#ui/SideBadge"
import { useFormat } from "#ui/text"
import classes from "./overview.module.css"
import { atRisk } from "./reading.ts"

const mostShown = 5

type AtRiskProps = { promises: OutputOf<typeof listCommitments>; partnershipId: string }

/** What is overdue, and what soon could be. */
export const AtRisk = ({ promises, partnershipId }: AtRiskProps) => {
  const { t } = useTranslation(["partnership", "acts"])
  const { slug = "" } = useParams({ strict: false })
  const mayEnter = useMayGo()("seeToRecord")
  const shown = atRisk(promises)
  if (promises.commitments.length === 0)
    return (
      <p className={classes.aside}>
        {t("acts:empty.title")}.{" "}
        {mayEnter ? (
          <Anchor component={Link} to={newAgreementPath(slug, partnershipId)}>
            {t("acts:empty.act")}
          </Anchor>
        ) : null}
      </p>
    )
  if (shown.length === 0) return <p className={classes.aside}>{t("overview.noRisk")}</p>
  return (
    <>
      <ul className={classes.risks}>
        {shown.slice(0, mostShown).map((promise) => (
          <Risk key={promise.id} promise={promise} today={promises.today} />
        ))}
      </ul>
      <Anchor component={Link} to={partnershipPromisesPath(slug, partnershipId)} size="sm" className={classes.more}>
        {shown.length > mostShown
          ? t("overview.moreRisks", { count: shown.length - mostShown })
          : t("overview.allPromises")}
      </Anchor>
    </>
  )
}

const Risk = ({ promise, today }: { promise: OccurrenceView; today: PlainDate }) => {
  const { t } = useTranslation(["acts", "partnership"])
  const format = useFormat()
  const { slug = "" } = useParams({ strict: false })
  const { commitmentId, title, clause, owedBy, partyName, dueOn, isOverdue } = promise
  return (
    <li>
      <SideBadge side={owedBy} name={partyName ?? undefined} />
      <span className={classes.words}>
        <Anchor component={Link} {...linkTo(promisePath(slug, commitmentId, dueOn))} c="inherit">
          {title}
        </Anchor>
        {clause ? <span className={classes.aside}> {t("clause", { clause })}</span> : null}
      </span>
      <span className={classes.when} data-bad={isOverdue || undefined} title={format.date(dueOn)}>
        {isOverdue
          ? t("partnership:overview.overdueFor", { count: daysBetween(dueOn, today) })
          : t("when.due", { date: format.day(dueOn) })}
      </span>
    </li>
  )
}
