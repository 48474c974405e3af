import { SimpleGrid } from "@mantine/core"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { type CommitmentView, listCommitments } from "#contract/commitments"
import type { Side } from "#core/actor"
import type { OutputOf } from "#core/endpoint"
import { Panel } from "#ui/Panel"
import { Loaded } from "#ui/states"
import { PromiseLine } from "./promises/PromiseLine.tsx"
import { type Owing, owingParties, type Reader } from "./promises/parties.ts"
import classes from "./promises/promises.module.css"

type Answer = OutputOf<typeof listCommitments>

type PromisesProps = {
  partnershipId: string
  reader: Reader
  /** The page of one promise. */
  promiseAt: (commitmentId: string) => string
  /** What stands here while nothing is promised. */
  empty: ReactNode
}

/** What both sides promised, the reader's own first, each with its due days and what to do about the next one. */
export const Promises = ({ partnershipId, reader, promiseAt, empty }: PromisesProps) => {
  const { t } = useTranslation("acts")
  const promises = useEndpoint(listCommitments, { params: { partnership: partnershipId } })
  return (
    <Panel title={t("title")} hint={promises.data ? <Kept answer={promises.data} reader={reader} /> : undefined}>
      <Loaded from={promises}>
        {(answer) =>
          answer.commitments.length === 0 ? empty : <BothWays answer={answer} reader={reader} promiseAt={promiseAt} />
        }
      </Loaded>
    </Panel>
  )
}

/** A company's figures are its own and the host's. */
const Kept = ({ answer: { kept }, reader }: { answer: Answer; reader: Reader }) => {
  const { t } = useTranslation("acts")
  const rate = (side: Side) => (kept[side].due === 0 ? t("noneDue") : t("rate", kept[side]))
  return reader.side === "host"
    ? t("answer", { ours: rate("host"), theirs: rate("partner") })
    : t("answerNamed", { ours: rate("partner"), theirs: rate("host"), name: reader.hostName })
}

type Shown = Pick<PromisesProps, "promiseAt"> & Readonly<{ answer: Answer }>

const BothWays = ({ answer, reader, promiseAt }: Shown & { reader: Reader }) => {
  const [own, ...others] = owingParties(answer.commitments, reader, answer.occurrences[0]?.partnershipName ?? "")
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing={28} verticalSpacing={24}>
      {own ? <OneParty party={own} answer={answer} promiseAt={promiseAt} /> : null}
      <div className={classes.companies}>
        {others.map((party) => (
          <OneParty key={party.key} party={party} answer={answer} promiseAt={promiseAt} />
        ))}
      </div>
    </SimpleGrid>
  )
}

const OneParty = ({ party: { name, promises }, answer, promiseAt }: Shown & { party: Owing }) => {
  const { t } = useTranslation("acts")
  const kept = answer.keptByParty.find(({ partyId }) => partyId === promises[0]?.partyId)
  return (
    <div>
      <h3 className={classes.side}>
        {name === undefined ? t("weOwe") : t("theyOwe", { name })}
        {kept && kept.due > 0 ? (
          <span className={classes.rate}>{t("rate", { kept: kept.kept, due: kept.due })}</span>
        ) : null}
      </h3>
      {promises.length === 0 ? <p className={classes.none}>{t("none")}</p> : null}
      <ul className={classes.lines}>
        {promises.map((commitment: CommitmentView) => (
          <PromiseLine
            key={commitment.id}
            commitment={commitment}
            to={promiseAt(commitment.id)}
            occurrences={answer.occurrences.filter(({ commitmentId }) => commitmentId === commitment.id)}
          />
        ))}
      </ul>
    </div>
  )
}
