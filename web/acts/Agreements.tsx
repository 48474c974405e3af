import { Anchor } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { fetchFile } from "#client/fetchFile"
import { useEndpoint } from "#client/useEndpoint"
import { type AgreementView, downloadAgreement, listAgreements } from "#contract/agreements"
import type { OutputOf } from "#core/endpoint"
import { Panel } from "#ui/Panel"
import { EmptyState, Loaded } from "#ui/states"
import { useFormat, useLocale } from "#ui/text"
import { useViewerSide } from "#ui/viewer"
import classes from "./agreements/agreements.module.css"
import { NoticeLine } from "./agreements/NoticeLine.tsx"
import { SignedFile } from "./agreements/SignedFile.tsx"
import { Signing } from "./agreements/Signing.tsx"
import { Written } from "./agreements/Written.tsx"
import { FilesButton } from "./FilesButton.tsx"
import { PdfButton } from "./PdfButton.tsx"

type AgreementsProps = {
  partnershipId: string
  /** What stands here while nothing was signed; the usual words tell how to enter it. */
  empty?: string
  /** What may be done beside the title, and with one agreement. */
  actOnAll?: (agreements: OutputOf<typeof listAgreements>) => ReactNode
  actOn?: (agreement: AgreementView) => ReactNode
  /** The page of what is being written, or was amended. */
  draftAt: (draft: string) => string
  /** The page of its words. */
  textAt: (draft: string) => string
}

/** What was signed, how long it runs, and the last day to give notice. */
export const Agreements = ({ partnershipId, empty, actOnAll, actOn, draftAt, textAt }: AgreementsProps) => {
  const { t } = useTranslation("agreements")
  const agreements = useEndpoint(listAgreements, { params: { partnership: partnershipId } })
  return (
    <Panel title={t("title")} aside={agreements.data ? actOnAll?.(agreements.data) : undefined}>
      <Loaded from={agreements}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t("empty.title")}>{empty ?? t("empty.text")}</EmptyState>
          ) : (
            <ul className={classes.list}>
              {items.map((agreement) => (
                <Agreement key={agreement.id} agreement={agreement} act={actOn?.(agreement)} textAt={textAt} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <Written partnershipId={partnershipId} draftAt={draftAt} />
    </Panel>
  )
}

type AgreementProps = Pick<AgreementsProps, "textAt"> & { agreement: AgreementView; act: ReactNode }

const Agreement = ({ agreement, act, textAt }: AgreementProps) => {
  const { t } = useTranslation("agreements")
  const format = useFormat()
  const isHosts = useViewerSide() === "host"
  const locale = useLocale()
  const { title, state, isInForce, startsOn, endsOn, noticeOn, lastNoticeOn, renewal } = agreement
  const { value, objectives, commitments, renewed, firstEndsOn } = agreement
  const facts = [
    endsOn === null
      ? t("from", { from: format.date(startsOn) })
      : t("term", { from: format.date(startsOn), to: format.date(endsOn) }),
    // Of a term that nobody knows no notice day is known either.
    ...(noticeOn === null || !isInForce || renewal === "renewedAfter"
      ? []
      : [
          t("notice", { date: format.date(lastNoticeOn ?? noticeOn) }),
          ...(lastNoticeOn === null || lastNoticeOn === noticeOn
            ? []
            : [t("noticeActBy", { date: format.date(noticeOn) })]),
        ]),
    ...(firstEndsOn === null ? [] : [t("renewed", { count: renewed, date: format.date(firstEndsOn) })]),
    ...(renewal === "none" ? [] : [t(renewal, { date: endsOn === null ? "" : format.date(endsOn) })]),
    ...(value === null ? [] : [format.money(value)]),
    t("holds.objectives", { count: objectives }),
    t("holds.promises", {
      count: commitments.host + commitments.partner,
      ours: isHosts ? commitments.host : commitments.partner,
      theirs: isHosts ? commitments.partner : commitments.host,
    }),
  ]
  return (
    <li className={classes.row}>
      <div>
        <span className={classes.title}>{title}</span> <span className={classes.state}>{t(`state.${state}`)}</span>
        <p className={classes.facts}>{facts.join(" · ")}</p>
        <Signing agreement={agreement} />
        <SignedFile agreement={agreement} />
        <NoticeLine agreement={agreement} />
        {agreement.textDraftId === null ? null : (
          <div className={classes.words}>
            <Anchor component={Link} to={textAt(agreement.textDraftId)} size="sm">
              {t("review.toText")}
            </Anchor>
            <PdfButton
              isSmall
              label={t("asPdf")}
              get={() => fetchFile(downloadAgreement, { params: { agreement: agreement.id }, query: { locale } })}
            />
          </div>
        )}
      </div>
      <div className={classes.acts}>
        <FilesButton subject={{ kind: "agreement", id: agreement.id }} name={title} />
        {act}
      </div>
    </li>
  )
}
