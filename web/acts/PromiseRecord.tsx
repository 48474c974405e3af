import { SimpleGrid, Stack } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useView } from "#client/search"
import { useEndpoint } from "#client/useEndpoint"
import { getCommitment } from "#contract/commitments"
import { CommitmentStateMark } from "#marks/CommitmentStateMark"
import { Page } from "#ui/Page"
import { Panel } from "#ui/Panel"
import { Loaded } from "#ui/states"
import { useFormat } from "#ui/text"
import { Discussion } from "./Discussion.tsx"
import { History } from "./promises/History.tsx"
import { KeptRecord } from "./promises/KeptRecord.tsx"
import { OccurrenceDay } from "./promises/OccurrenceDay.tsx"
import { PromiseFacts } from "./promises/PromiseFacts.tsx"
import { usePromiseAnswer } from "./promises/usePromiseAnswer.ts"
import type { PromiseShown } from "./promises/usePromiseParties.ts"
import { usePromiseWords } from "./promises/usePromiseWords.ts"
import { readPromiseView } from "./promises/view.tsx"
import { dayOf, dayToShow } from "./promises/whichDay.ts"

type PromiseRecordProps = {
  commitmentId: string
  /** The page of its partnership. */
  partnershipAt: (partnershipId: string) => string
  /** Where the words of a draft are to be read. */
  textAt: (partnershipId: string, draftId: string) => string
}

/** One promise on one page: what was promised, where it is written, how it was kept, who did what, and what can be done now. */
export const PromiseRecord = ({ commitmentId, partnershipAt, textAt }: PromiseRecordProps) => {
  const found = useEndpoint(getCommitment, { params: { commitment: commitmentId } })
  return (
    <Loaded from={found} isPage>
      {(promise) => (
        <Shown
          promise={promise}
          to={partnershipAt(promise.partnershipId)}
          textAt={(draft) => textAt(promise.partnershipId, draft)}
        />
      )}
    </Loaded>
  )
}

type ShownProps = { promise: PromiseShown; to: string; textAt: (draftId: string) => string }

const Shown = ({ promise, to, textAt }: ShownProps) => {
  const { t } = useTranslation("promises")
  const format = useFormat()
  const { title } = usePromiseWords(promise)
  const answer = usePromiseAnswer(promise)
  const [{ due }, setView] = useView(readPromiseView)
  const { id, occurrences, older, cadence, service } = promise
  // An act moves a day or settles it: what is looked at stays in view.
  const [first] = useState(dayToShow(occurrences)?.id)
  const asked = due === "" ? undefined : dayOf(occurrences, due)
  const shown = asked ?? occurrences.find((each) => each.id === first) ?? dayToShow(occurrences)
  const isOnce = cadence === "once" && service === null
  return (
    <Page
      title={title}
      answer={answer}
      back={{ to, label: promise.partnershipName }}
      marks={isOnce && shown ? <CommitmentStateMark state={shown.state} /> : undefined}
    >
      <Stack gap="lg">
        <PromiseFacts promise={promise} agreementAt={{ to, hash: "agreements" }} textAt={textAt} />
        <KeptRecord
          title={title}
          occurrences={occurrences}
          older={older}
          shown={shown?.id}
          onShow={(chosen) => void setView({ due: occurrences.find((each) => each.id === chosen)?.dueOn ?? "" })}
        />
        {due !== "" && asked === undefined ? <p>{t("day.unknown", { date: format.date(due) })}</p> : null}
        {shown ? (
          <Panel title={isOnce ? t("day.only") : t("day.title")}>
            <OccurrenceDay key={shown.id} occurrence={shown} among={occurrences} />
          </Panel>
        ) : null}
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
          <History commitmentId={id} />
          <Panel title={t("talk.title")} hint={t("talk.hint")}>
            <Discussion subject={{ kind: "commitment", id }} />
          </Panel>
        </SimpleGrid>
      </Stack>
    </Page>
  )
}
