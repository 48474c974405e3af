import { Button } from "@mantine/core"
import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { fetchFile } from "#client/fetchFile"
import { reasonOf } from "#client/problem"
import { useAct } from "#client/useAct"
import { useEndpoint } from "#client/useEndpoint"
import { type AgreementTextView, agreeToVersion, downloadVersion, getAgreementText } from "#contract/agreements"
import { listProposals, type ProposalView } from "#contract/negotiation"
import { getSigning, type SigningOverview } from "#contract/signing"
import type { OutputOf } from "#core/endpoint"
import { ActionButton } from "#ui/ActionButton"
import { Page } from "#ui/Page"
import { Panel } from "#ui/Panel"
import { EmptyState, Loaded, LoadingState } from "#ui/states"
import { useFormat, useLocale } from "#ui/text"
import { useNameOf, useViewerSide, useWhose } from "#ui/viewer"
import { DiscussButton } from "./DiscussButton.tsx"
import { ClauseTexts } from "./negotiation/ClauseTexts.tsx"
import { Compared } from "./negotiation/Compared.tsx"
import { Doubts } from "./negotiation/Doubts.tsx"
import classes from "./negotiation/negotiation.module.css"
import { Promised } from "./negotiation/promised.ts"
import { ReceivedFiles } from "./negotiation/ReceivedFiles.tsx"
import { Settled } from "./negotiation/Settled.tsx"
import { Signing } from "./negotiation/Signing.tsx"
import { TermList } from "./negotiation/TermList.tsx"
import { TextApproval } from "./negotiation/TextApproval.tsx"
import { Versions } from "./negotiation/Versions.tsx"
import { Waiting } from "./negotiation/Waiting.tsx"
import { PdfButton } from "./PdfButton.tsx"
import { WordMenu } from "./WordMenu.tsx"

// The editor is heavy, and most who read do not write.
const Editor = lazy(() => import("./negotiation/Editor.lazy.tsx"))

type NegotiationProps = {
  draftId: string
  /** The draft's review: term, promises and objectives. */
  reviewAt: string
  /** Ready clauses are offered to who writes the first text. */
  hasLibrary?: boolean
}

/** The words of an agreement as both sides come to hold the same ones: text, proposals, versions. */
export const Negotiation = ({ draftId, ...rest }: NegotiationProps) => {
  const text = useEndpoint(getAgreementText, { params: { agreementDraft: draftId } })
  const proposals = useEndpoint(listProposals, { params: { agreementDraft: draftId } })
  const signing = useEndpoint(getSigning, { params: { agreementDraft: draftId } }, { refreshMs: untilItCame })
  return (
    <Loaded from={text} isPage>
      {(view) => (
        <Loaded from={proposals} isPage>
          {(list) => (
            <Loaded from={signing} isPage>
              {(overview) => (
                <Promised value={view.promised}>
                  <Shown view={view} list={list} overview={overview} {...rest} />
                </Promised>
              )}
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  )
}

/** Who is asked, what is put in force and the sealed document come by themselves, in a moment. */
const untilItCame = ({ latest }: SigningOverview): number | false => {
  if (latest === null) return false
  const isAsking = latest.signers.some(({ isInTurn, remindedAt }) => isInTurn && remindedAt === null)
  const isFinishing = latest.state === "signed" && latest.stuck === null && latest.sealed === null
  return isAsking || isFinishing ? 2_000 : false
}

type ShownProps = Omit<NegotiationProps, "draftId"> & {
  view: AgreementTextView
  list: OutputOf<typeof listProposals>
  overview: SigningOverview
}

const Shown = ({
  view,
  list: { items: proposals, hasMore, abilities: may },
  overview,
  reviewAt,
  hasLibrary = false,
}: ShownProps) => {
  const { t } = useTranslation("negotiation")
  const [isEditing, setEditing] = useState(false)
  const [since, setSince] = useState<number | undefined>(undefined)
  const answer = useAnswer(view, proposals, overview)
  const { draftId, text, number, title, abilities } = view
  const agree = useAct(agreeToVersion, { done: () => t("agreed", { number: number ?? 0 }) })
  const locale = useLocale()
  const side = useViewerSide()
  const versionId = view.versions.find((version) => version.number === number)?.id
  const mayEdit = abilities.write === true || may.propose === true
  return (
    <Page
      title={title}
      answer={answer}
      back={{ to: reviewAt, label: t("toReview") }}
      marks={number === null ? null : <span className={classes.soft}>{t("version", { number })}</span>}
      actions={
        isEditing || text === null ? null : (
          <>
            {number !== null &&
            view.state === "in_review" &&
            overview.latest?.state !== "open" &&
            abilities.agree !== "agreed-already" ? (
              <ActionButton
                loading={agree.isPending}
                disabledReason={reasonOf(abilities.agree)}
                onClick={() => agree.mutate({ params: { agreementDraft: draftId }, input: { number } })}
              >
                {t("agree", { number })}
              </ActionButton>
            ) : null}
            {mayEdit ? (
              <Button variant="default" onClick={() => setEditing(true)}>
                {t(abilities.write === true ? "write" : "propose")}
              </Button>
            ) : null}
            {versionId === undefined ? null : (
              <PdfButton
                label={t("asPdf")}
                get={() => fetchFile(downloadVersion, { params: { agreementVersion: versionId }, query: { locale } })}
              />
            )}
            <WordMenu view={view} mayTakeIn={may.propose === true} />
            <Button variant="default" onClick={() => print()}>
              {t("print")}
            </Button>
          </>
        )
      }
    >
      {isEditing ? (
        <Suspense fallback={<LoadingState />}>
          <Editor view={view} hasLibrary={hasLibrary} onClose={() => setEditing(false)} />
        </Suspense>
      ) : text === null ? (
        <Panel>
          <EmptyState
            title={t("empty.title")}
            action={mayEdit ? <Button onClick={() => setEditing(true)}>{t("empty.begin")}</Button> : undefined}
          >
            {t(mayEdit ? "empty.text" : "empty.none")}
          </EmptyState>
        </Panel>
      ) : (
        <div className={classes.page}>
          {since === undefined || number === null ? (
            <Panel
              title={t("text")}
              aside={
                <DiscussButton
                  subject={{ kind: "agreement_draft", id: draftId }}
                  name={t("text")}
                  partnershipId={view.partnershipId}
                  audience="own"
                />
              }
            >
              <ClauseTexts text={text} numbers={view.numbers} proposals={proposals} />
            </Panel>
          ) : (
            <Compared draftId={draftId} from={since} to={number} onClose={() => setSince(undefined)} />
          )}
          <aside>
            {side === "host" ? (
              <TextApproval
                draftId={draftId}
                isNegotiated={overview.latest?.state !== "open" && overview.latest?.state !== "signed"}
              />
            ) : null}
            <Signing
              overview={overview}
              isReviewed={view.state === "in_review" && number !== null}
              mayStart={overview.abilities.start !== "role-may-not"}
            />
            <Doubts openTerms={view.openTerms} doubts={view.doubts} />
            <Waiting proposals={proposals} />
            <TermList terms={text.terms} proposals={proposals} />
            <Versions view={view} since={since} onCompare={setSince} />
            <ReceivedFiles proposals={proposals} />
            <Settled proposals={proposals} hasMore={hasMore} />
          </aside>
        </div>
      )}
    </Page>
  )
}

/** Where it stands, in a sentence: whose word is missing, and what waits for an answer. */
const useAnswer = (
  view: AgreementTextView,
  proposals: readonly ProposalView[],
  { latest }: SigningOverview,
): string => {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const [whose, nameOf] = [useWhose(), useNameOf()]
  const inApproval = (since: string): string => {
    const host = nameOf("host")
    const day = format.dayOf(since)
    return host === undefined ? t("approval.sinceOurs", { day }) : t("approval.since", { host, day })
  }
  if (view.text === null) return t("answer.none")
  if (view.state === "draft") return t("answer.draft")
  if (view.state === "in_force") return t("answer.inForce")
  if (view.state === "agreed") return t("answer.agreed")
  if (view.state === "withdrawn") return t("answer.withdrawn")
  if (latest?.state === "open") return t("answer.signing", { number: latest.versionNumber })
  if (latest?.state === "signed") {
    const { versionNumber: number, concludedAt, stuck } = latest
    if (stuck !== null) return t("signing.signedByAll", { number })
    return t(concludedAt === null ? "answer.signed" : "signing.signed", { number })
  }
  const open = proposals.filter(({ state }) => state === "open")
  const waits = open.length === 0 ? [] : [t("answer.open", { count: open.length })]
  const approval = view.inApprovalSince === null ? [] : [inApproval(view.inApprovalSince)]
  const names = view.missing.map(
    ({ side, partyId, partyName }) => nameOf(side, partyName) ?? t(`party.${whose(side, partyId)}`),
  )
  const held =
    names.length === 0
      ? t("answer.held", { number: view.number ?? 0 })
      : t("answer.missing", { number: view.number ?? 0, names: format.list(names) })
  return [held, ...waits, ...approval].join(" ")
}
