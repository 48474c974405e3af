import { Anchor, SimpleGrid } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { type CommitmentView, listCommitments } from "#contract/commitments"
import type { Side } from "#core/actor"
import type { OutputOf } from "#core/endpoint"
import { newAgreementPath } from "#paths/new-agreement"
import { Panel } from "#ui/Panel"
import { EmptyState, Loaded } from "#ui/states"
import { PromiseLine } from "./PromiseLine.tsx"
import classes from "./PromisesSection.module.css"

type Promises = OutputOf<typeof listCommitments>

/** What both sides promised, side by side, each with its due days and what to do about the next one. */
export const PromisesSection = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation("acts")
  const promises = useEndpoint(listCommitments, { params: { partnership: partnershipId } })
  return (
    <Panel title={t("title")} hint={promises.data ? <Kept kept={promises.data.kept} /> : undefined}>
      <Loaded from={promises}>
        {(answer) =>
          answer.commitments.length === 0 ? (
            <NoPromises partnershipId={partnershipId} />
          ) : (
            <SimpleGrid cols={{ base: 1, lg: 2 }} spacing={28} verticalSpacing={24}>
              <OneParty
                side="host"
                promises={answer.commitments.filter(({ owedBy }) => owedBy === "host")}
                answer={answer}
              />
              <div className={classes.companies}>
                {byCompany(answer).map((promises, index) => (
                  <OneParty key={promises[0]?.partyId ?? index} side="partner" promises={promises} answer={answer} />
                ))}
              </div>
            </SimpleGrid>
          )
        }
      </Loaded>
    </Panel>
  )
}

const Kept = ({ kept }: { kept: Promises["kept"] }) => {
  const { t } = useTranslation("acts")
  const rate = (side: Side) => (kept[side].due === 0 ? t("noneDue") : t("rate", kept[side]))
  return t("answer", { ours: rate("host"), theirs: rate("partner") })
}

/** What the partner's companies promised, one list for each that promised something. */
const byCompany = ({ commitments }: Promises): readonly (readonly CommitmentView[])[] => {
  const theirs = commitments.filter(({ owedBy }) => owedBy === "partner")
  const lists = [...Map.groupBy(theirs, ({ partyId }) => partyId).values()]
  return lists.length === 0 ? [[]] : lists.sort((a, b) => nameOf(a).localeCompare(nameOf(b)))
}

const nameOf = (promises: readonly CommitmentView[]): string => promises[0]?.partyName ?? ""

type OnePartyProps = { side: Side; promises: readonly CommitmentView[]; answer: Promises }

const OneParty = ({ side, promises, answer }: OnePartyProps) => {
  const { t } = useTranslation("acts")
  const company = promises[0]
  const name = company?.partyName ?? answer.occurrences[0]?.partnershipName ?? ""
  const kept = answer.keptByParty.find(({ partyId }) => partyId === company?.partyId)
  return (
    <div>
      <h3 className={classes.side}>
        {side === "host" ? t("weOwe") : t("theyOwe", { name })}
        {kept && kept.due > 0 ? (
          <span className={classes.rate}>{t("rate", { kept: kept.kept, due: kept.due })}</span>
        ) : null}
      </h3>
      {promises.length === 0 ? <p className={classes.none}>{t("none")}</p> : null}
      <ul className={classes.lines}>
        {promises.map((commitment) => (
          <PromiseLine
            key={commitment.id}
            commitment={commitment}
            occurrences={answer.occurrences.filter(({ commitmentId }) => commitmentId === commitment.id)}
          />
        ))}
      </ul>
    </div>
  )
}

const NoPromises = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation("acts")
  const { slug = "" } = useParams({ strict: false })
  return (
    <EmptyState
      title={t("empty.title")}
      action={
        <Anchor component={Link} to={newAgreementPath(slug, partnershipId)}>
          {t("empty.act")}
        </Anchor>
      }
    >
      {t("empty.text")}
    </EmptyState>
  )
}
