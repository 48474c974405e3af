import { Anchor } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { listActivities } from "#contract/activities"
import { listApprovals } from "#contract/approvals"
import type { DriftForHost } from "#contract/drift"
import { listObjectives } from "#contract/objectives"
import type { PartnershipForHost } from "#contract/portfolio"
import { partnershipAgreementPath, partnershipDriftPath, partnershipReviewsPath } from "#paths/partnership"
import { Fact } from "#ui/Facts"
import { MoneyText, useFormat } from "#ui/text"
import classes from "./overview.module.css"

type NextProps = { partnership: PartnershipForHost; drift: DriftForHost | undefined }

/** What is to be decided next, when both sides meet next, and what it is worth against what was promised. */
export const Next = ({ partnership, drift }: NextProps) => {
  const { t } = useTranslation("partnership")
  return (
    <dl className={classes.next}>
      <Fact label={t("overview.decision")}>
        <Decisions partnership={partnership} drift={drift} />
      </Fact>
      <Fact label={t("overview.meeting")}>
        <Meeting partnershipId={partnership.id} />
      </Fact>
      <Fact label={t("overview.value")}>
        <Value partnership={partnership} />
      </Fact>
    </dl>
  )
}

const Decisions = ({ partnership: { id, nextEnd }, drift }: NextProps) => {
  const { t } = useTranslation("partnership")
  const { slug = "" } = useParams({ strict: false })
  const format = useFormat()
  const waiting = useEndpoint(listApprovals, { query: { state: "waiting", partnership: id } }).data?.items ?? []
  const current = drift?.current
  const agreement = partnershipAgreementPath(slug, id)
  const open = [
    ...(waiting.length > 0
      ? [{ key: "approval", to: agreement, text: t("overview.approvals", { count: waiting.length }) }]
      : []),
    ...(current?.state === "open" && current.confirmedCause === null
      ? [{ key: "drift", to: partnershipDriftPath(slug, id), text: t("overview.cause") }]
      : []),
    ...(nextEnd?.noticeOn
      ? [{ key: "notice", to: agreement, text: t("overview.notice", { on: format.date(nextEnd.noticeOn) }) }]
      : nextEnd
        ? [{ key: "end", to: agreement, text: t("overview.end", { on: format.date(nextEnd.endsOn) }) }]
        : []),
  ]
  if (open.length === 0) return t("overview.noDecision")
  return open.map(({ key, to, text }) => (
    <Anchor key={key} component={Link} to={to} className={classes.line}>
      {text}
    </Anchor>
  ))
}

/** Meetings ahead are kept in calendars: what is known here is the last one. */
const Meeting = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation("partnership")
  const { slug = "" } = useParams({ strict: false })
  const format = useFormat()
  const held = useEndpoint(listActivities, {
    params: { partnership: partnershipId },
    query: { isGovernance: "true", limit: 1 },
  }).data
  const last = held?.items[0]
  return (
    <Anchor component={Link} to={partnershipReviewsPath(slug, partnershipId)} className={classes.line}>
      {last ? t("overview.lastMeeting", { on: format.dayOf(last.occurredAt) }) : held ? t("overview.noMeeting") : " "}
    </Anchor>
  )
}

const mostObjectives = 2

/** What was measured in the last year, and how far each promised goal has come. */
const Value = ({ partnership: { id, revenue } }: { partnership: PartnershipForHost }) => {
  const { t } = useTranslation("partnership")
  const format = useFormat()
  const goals = useEndpoint(listObjectives, { params: { partnership: id } }).data?.items ?? []
  return (
    <>
      <span className={classes.line}>
        {revenue ? (
          <>
            <strong>
              <MoneyText money={revenue} isCompact />
            </strong>{" "}
            {t("overview.lastYear")}
          </>
        ) : (
          t("overview.notMeasured")
        )}
      </span>
      {goals
        .toSorted((one, other) => other.weight - one.weight)
        .slice(0, mostObjectives)
        .map((goal) => (
          <span key={goal.id} className={classes.line}>
            {t(goal.actual === null ? "overview.goalNotMeasured" : "overview.goal", {
              title: goal.title,
              actual: goal.actual === null ? "" : format.quantity(goal.actual, goal.unit),
              expected: format.quantity(goal.expected, goal.unit),
            })}
          </span>
        ))}
    </>
  )
}
