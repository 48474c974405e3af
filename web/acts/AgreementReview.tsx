import { Anchor, Stack } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { lazy, type ReactNode, Suspense } from "react"
import { useTranslation } from "react-i18next"
import { FileLink } from "#acts/FileLink"
import { useEndpoint } from "#client/useEndpoint"
import { beginningWords, type DraftView, getAgreementDraft, noticeParts, renewalWords } from "#contract/agreements"
import { Page } from "#ui/Page"
import { Panel } from "#ui/Panel"
import { Loaded } from "#ui/states"
import { DateText, useFormat } from "#ui/text"
import { Changes } from "./agreements/Changes.tsx"
import { Findings } from "./agreements/Findings.tsx"
import { PromisesBySide } from "./agreements/PromisesBySide.tsx"
import classes from "./agreements/review.module.css"
import { useDraftAnswer } from "./agreements/useDraftAnswer.ts"

// A chart is heavy, and stands below what is read first.
const Goals = lazy(() => import("./agreements/Goals.lazy.tsx"))

type AgreementReviewProps = {
  draftId: string
  /** Where the partnership's agreements are. */
  agreementsAt: (partnershipId: string) => string
  /** What whoever looks at it may do. */
  actOn?: (draft: DraftView) => ReactNode
}

/** An agreement or an amendment on one screen, as it is checked before it is in force. */
export const AgreementReview = ({ draftId, agreementsAt, actOn }: AgreementReviewProps) => {
  const found = useEndpoint(getAgreementDraft, { params: { agreementDraft: draftId } })
  return (
    <Loaded from={found} isPage>
      {(draft) => <Shown draft={draft} to={agreementsAt(draft.partnershipId)} actions={actOn?.(draft)} />}
    </Loaded>
  )
}

const Shown = ({ draft, to, actions }: { draft: DraftView; to: string; actions: ReactNode }) => {
  const { t } = useTranslation("agreements")
  const answer = useDraftAnswer(draft)
  const { title, content, changes, agreementId } = draft
  return (
    <Page
      title={agreementId === null ? title : t("review.amendmentOf", { title: draft.agreementTitle ?? title })}
      answer={answer}
      back={{ to, label: draft.partnershipName }}
      marks={<span className={classes.state}>{t(`draft.state.${draft.state}`)}</span>}
      actions={actions}
    >
      <Stack gap="lg" className={classes.review}>
        <Findings draft={draft} agreementsAt={to} />
        {changes === null ? null : <Changes draft={draft} />}
        <Term draft={draft} />
        <PromisesBySide draft={draft} />
        <Panel title={t("review.objectives")} hint={t("review.objectivesHint")}>
          {content.objectives.length === 0 ? (
            <p className={classes.none}>{t("review.noObjective")}</p>
          ) : (
            <Suspense fallback={null}>
              <Goals draft={draft} />
            </Suspense>
          )}
        </Panel>
        {draft.signedFile === null ? null : <FileLink file={draft.signedFile} />}
        {agreementId === null || draft.state !== "in_force" ? null : (
          <Anchor component={Link} to={to} size="sm">
            {t("review.toAgreement")}
          </Anchor>
        )}
      </Stack>
    </Page>
  )
}

/** Its clauses on term, notice and value. */
const Term = ({ draft: { content, noticeOn, kind, validFrom, reason } }: { draft: DraftView }) => {
  const { t } = useTranslation("agreements")
  const format = useFormat()
  const { value } = content
  const say = (key: string, values = {}) => String(t(key as never, values as never))
  const { starts, ends } = beginningWords(say, format.date, content)
  const notice = format.list(noticeParts(say, content))
  const facts: [string, ReactNode][] = [
    [t("field.title"), content.title],
    [t("field.startsOn"), starts],
    [t("field.endsOn"), ends],
    [t("review.notice"), noticeOn === null ? notice : t("giving.byAtLatest", { notice, date: format.date(noticeOn) })],
    [t("field.autoRenews"), renewalWords(say, content)],
    ...(content.timeZone === undefined ? [] : [[t("giving.zoneLabel"), content.timeZone] as [string, ReactNode]]),
    [t("review.value"), value === undefined ? t("review.noValue") : format.money(value)],
    ...(kind === "change" && validFrom !== null
      ? [[t("amend.validFrom"), <DateText key="from" on={validFrom} />] as [string, ReactNode]]
      : []),
    ...(reason === null ? [] : [[t("amend.reason"), reason] as [string, ReactNode]]),
  ]
  return (
    <Panel title={t("review.term")}>
      <dl id="term" className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
