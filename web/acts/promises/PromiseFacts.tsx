import { Anchor } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { useClauseInForce } from "#acts/agreements/useClauseInForce"
import { useEndpoint } from "#client/useEndpoint"
import { getAgreement } from "#contract/agreements"
import { getPartnershipPeople } from "#contract/people"
import { Fact, Facts } from "#ui/Facts"
import { useFormat } from "#ui/text"
import { useViewerSide } from "#ui/viewer"
import type { PromiseShown } from "./usePromiseParties.ts"
import { usePromiseParties } from "./usePromiseParties.ts"

type PromiseFactsProps = {
  promise: PromiseShown
  /** Where its agreement is to be read. */
  agreementAt: Readonly<{ to: string; hash: string }>
  /** Where the words of a draft are to be read. */
  textAt: (draftId: string) => string
}

/** Who owes it to whom, who looks after it, which clause it comes from, and what it takes to keep it. */
export const PromiseFacts = ({ promise, agreementAt, textAt }: PromiseFactsProps) => {
  const { t } = useTranslation("promises")
  const format = useFormat()
  const parties = usePromiseParties(promise)
  const { startsOn, endsOn, windowDays, evidenceNeeded, service } = promise
  return (
    <Facts>
      <Fact label={t("fact.by")}>{parties.by}</Fact>
      <Fact label={t("fact.to")}>{parties.to}</Fact>
      <Owners promise={promise} />
      <Fact label={t("fact.clause")}>
        <Clause promise={promise} agreementAt={agreementAt} textAt={textAt} />
      </Fact>
      <Fact label={t("fact.term")}>
        {endsOn === null
          ? t("fact.termFrom", { from: format.date(startsOn) })
          : t("fact.termTo", { from: format.date(startsOn), to: format.date(endsOn) })}
      </Fact>
      {service === null ? (
        <>
          <Fact label={t("fact.grace")}>
            {windowDays === 0 ? t("fact.noGrace") : t("fact.graceDays", { count: windowDays })}
          </Fact>
          <Fact label={t("fact.evidence")}>{t(`fact.evidenceNeeded.${evidenceNeeded}`)}</Fact>
        </>
      ) : null}
    </Facts>
  )
}

const Clause = ({ promise, agreementAt: { to, hash }, textAt }: PromiseFactsProps) => {
  const { t } = useTranslation("promises")
  const { agreementId, clause } = promise
  const inForce = useClauseInForce(promise)
  const isNamed = agreementId !== null
  const agreement = useEndpoint(getAgreement, { params: { agreement: agreementId ?? "" } }, { isEnabled: isNamed })
  const said = inForce ? (
    <Anchor component={Link} to={textAt(inForce.draftId)} hash={inForce.anchor}>
      {t("fact.clauseOf", { clause: inForce.name })}
    </Anchor>
  ) : clause === null ? null : (
    <span>{t("fact.clauseOf", { clause })}</span>
  )
  if (!isNamed) return said ?? t("fact.noAgreement")
  return (
    <>
      {said}
      {agreement.data ? (
        <Anchor component={Link} to={to} hash={hash}>
          {agreement.data.title}
        </Anchor>
      ) : null}
    </>
  )
}

/** The nearest there is to who answers for it on either side: who looks after the partnership, and the company's own for it. */
const Owners = ({ promise }: { promise: PromiseShown }) => {
  const { t } = useTranslation("promises")
  const isHosts = useViewerSide() === "host"
  const { host, company } = usePromiseParties(promise)
  const people = useEndpoint(getPartnershipPeople, { params: { partnership: promise.partnershipId } }).data?.current
  const theirs = people?.filter(({ side, partyId }) =>
    promise.owedBy === "partner" ? partyId === promise.partyId : side === "partner",
  )
  const first = theirs?.find(({ role }) => role === "alliance_manager") ?? theirs?.[0]
  const ours = promise.hostOwner ?? t("fact.nobody")
  const answers = first?.contactName ?? t("fact.nobody")
  return (
    <>
      <Fact label={isHosts ? t("fact.ourOwner") : t("fact.theirOwner", { name: host })}>{ours}</Fact>
      {people ? (
        <Fact label={isHosts ? t("fact.theirOwner", { name: company }) : t("fact.ourOwner")}>{answers}</Fact>
      ) : null}
    </>
  )
}
