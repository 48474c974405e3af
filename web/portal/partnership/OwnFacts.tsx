import { useTranslation } from "react-i18next"
import type { PartnershipForPartner } from "#contract/portfolio"
import { Fact, Facts } from "#ui/Facts"
import { DateText, MomentText, Unknown, useFormat } from "#ui/text"

/** Since when, until when, and in a consortium who takes part. */
export const OwnFacts = ({ partnership }: { partnership: PartnershipForPartner }) => {
  const { t } = useTranslation("portal/partnership")
  const format = useFormat()
  const { startedOn, nextEnd, lastActivityAt, parties, partyId, region, tier, program } = partnership
  const others = parties.filter(({ organizationId, leftOn }) => leftOn === null && organizationId !== partyId)
  return (
    <Facts>
      {others.length > 0 ? (
        <Fact label={t("fact.others")}>{format.commas(others.flatMap(({ name }) => name ?? []))}</Fact>
      ) : null}
      <Fact label={t("fact.since")}>
        <DateText on={startedOn} />
      </Fact>
      <Fact label={t("fact.ends")}>{nextEnd ? <DateText on={nextEnd.endsOn} /> : <Unknown />}</Fact>
      <Fact label={t("fact.notice")}>{nextEnd?.noticeOn ? <DateText on={nextEnd.noticeOn} /> : <Unknown />}</Fact>
      <Fact label={t("fact.lastActivity")}>
        <MomentText at={lastActivityAt} />
      </Fact>
      {[region, tier, program].some(Boolean) ? (
        <Fact label={t("fact.place")}>{format.commas([region, tier, program].flatMap((each) => each || []))}</Fact>
      ) : null}
    </Facts>
  )
}
