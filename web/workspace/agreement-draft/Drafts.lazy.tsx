import { Anchor } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { useFindingWords } from "#acts/agreements/useFindingWords"
import { useWrittenWords } from "#acts/agreements/useWrittenWords"
import { useEndpoint } from "#client/useEndpoint"
import { listOpenDrafts, type OpenDraft } from "#contract/agreements"
import { agreementDraftPath } from "#paths/agreement-draft"
import { partnershipAgreementPath } from "#paths/partnership"
import { Page } from "#ui/Page"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows, RowsNote } from "#ui/Rows"
import { EmptyState, Loaded } from "#ui/states"
import { useFormat } from "#ui/text"

/** What is being written of agreements, with whomever: by whom, since when, and what is missing before it is in force. */
const Drafts = () => {
  const { t } = useTranslation("agreements")
  const { slug = "" } = useParams({ strict: false })
  const drafts = useEndpoint(listOpenDrafts, {})
  const waiting = drafts.data?.items.filter(({ state }) => state === "in_review").length ?? 0
  return (
    <Page
      title={t("drafts.title")}
      answer={
        drafts.data === undefined || drafts.data.items.length === 0
          ? t("drafts.answerNone")
          : t("drafts.answer", { count: drafts.data.items.length, waiting })
      }
    >
      <Panel>
        <Loaded from={drafts}>
          {({ items, isMore }) =>
            items.length === 0 ? (
              <EmptyState title={t("drafts.empty")}>{t("drafts.emptyText")}</EmptyState>
            ) : (
              <>
                <Rows>
                  {items.map((draft) => (
                    <Draft key={draft.id} draft={draft} slug={slug} />
                  ))}
                </Rows>
                {isMore ? <RowsNote>{t("drafts.more", { count: items.length })}</RowsNote> : null}
              </>
            )
          }
        </Loaded>
      </Panel>
    </Page>
  )
}

const Draft = ({ draft, slug }: { draft: OpenDraft; slug: string }) => {
  const { t } = useTranslation("agreements")
  const format = useFormat()
  const words = useWrittenWords()
  const say = useFindingWords()
  const { id, partnershipId, partnershipName, state, writtenAt, writtenBy, missing } = draft
  const since = { date: format.dayOf(writtenAt), name: writtenBy ?? "" }
  return (
    <Row
      name={
        <Anchor component={Link} to={agreementDraftPath(slug, id)} c="inherit" inherit>
          {words.title(draft)}
        </Anchor>
      }
      lines={
        <>
          <RowLine>
            <Anchor component={Link} to={partnershipAgreementPath(slug, partnershipId)} c="inherit" inherit>
              {partnershipName}
            </Anchor>
            {` · ${words.facts(draft).join(" · ")}`}
          </RowLine>
          <RowLine>{t(writtenBy === null ? "drafts.since" : "drafts.sinceBy", since)}</RowLine>
          {missing.map(({ code, title }) => (
            <RowLine key={`${code} ${title}`} isStrong>
              {`${t("review.blocks")} ${say(code, title ?? draft.title)}`}
            </RowLine>
          ))}
        </>
      }
      end={t(`drafts.next.${state as "draft" | "in_review" | "agreed"}`)}
    />
  )
}

export default Drafts
