import { Anchor, Group } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { getPartnershipPeople } from "#contract/people"
import type { PartnershipForHost } from "#contract/portfolio"
import { organizationPath } from "#paths/organizations"
import { Fact, Facts } from "#ui/Facts"
import { SideBadge } from "#ui/SideBadge"
import { DateText, MomentText, Unknown } from "#ui/text"

/** Who, since when, until when: the facts a sponsor asks for first. */
export const PartnershipFacts = ({ partnership }: { partnership: PartnershipForHost }) => {
  const { t } = useTranslation("partnership")
  const { slug = "" } = useParams({ strict: false })
  const { owner, startedOn, nextEnd, lastActivityAt, parties, region, tier, program, reason } = partnership
  return (
    <Facts>
      <Fact label={t("fact.parties", { count: parties.length })}>
        {parties
          .filter(({ leftOn }) => leftOn === null)
          .map(({ organizationId, name }) => (
            <Anchor key={organizationId} component={Link} to={organizationPath(slug, organizationId)}>
              {name}
            </Anchor>
          ))}
      </Fact>
      <Fact label={t("fact.owner")}>{owner?.name ?? t("fact.noOwner")}</Fact>
      <Fact label={t("fact.since")}>
        <DateText on={startedOn} />
      </Fact>
      <Fact label={t("fact.ends")}>{nextEnd ? <DateText on={nextEnd.endsOn} /> : <Unknown />}</Fact>
      <Fact label={t("fact.notice")}>{nextEnd?.noticeOn ? <DateText on={nextEnd.noticeOn} /> : <Unknown />}</Fact>
      <Fact label={t("fact.lastActivity")}>
        <MomentText at={lastActivityAt} />
      </Fact>
      <Sponsors partnershipId={partnership.id} />
      {[region, tier, program].some(Boolean) ? (
        <Fact label={t("fact.place")}>{[region, tier, program].filter(Boolean).join(", ")}</Fact>
      ) : null}
      {reason ? <Fact label={t("fact.reason")}>{reason}</Fact> : null}
    </Facts>
  )
}

/** The sponsor of each side, or since when there is none. */
const Sponsors = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation(["partnership", "people"])
  const people = useEndpoint(getPartnershipPeople, { params: { partnership: partnershipId } }).data
  if (!people) return null
  const sponsors = people.current.filter(({ role }) => role === "executive_sponsor")
  return (
    <>
      <Fact label={t("fact.sponsors")}>
        {sponsors.length === 0 ? (
          <Unknown />
        ) : (
          sponsors.map(({ id, side, contactName }) => (
            <Group key={id} component="span" gap={6} wrap="nowrap">
              <SideBadge side={side} /> {contactName}
            </Group>
          ))
        )}
      </Fact>
      {people.vacancies.length > 0 ? (
        <Fact label={t("fact.vacancies")}>
          <Anchor href="#people">{t("people:vacancies", { count: people.vacancies.length })}</Anchor>
        </Fact>
      ) : null}
    </>
  )
}
