import { Anchor } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import type { getPartnershipPeople } from "#contract/people"
import type { PartnershipForHost } from "#contract/portfolio"
import type { OutputOf } from "#core/endpoint"
import { partnershipPeoplePath } from "#paths/partnership"
import { Fact } from "#ui/Facts"
import { SideBadge } from "#ui/SideBadge"
import { useFormat } from "#ui/text"
import classes from "./overview.module.css"

type WhoProps = { people: OutputOf<typeof getPartnershipPeople>; partnership: PartnershipForHost }

/** Who looks after it, who stands behind it on either side, and since when nobody does. */
export const WhoIsWho = ({ people, partnership: { id, owner } }: WhoProps) => {
  const { t } = useTranslation("partnership")
  const { slug = "" } = useParams({ strict: false })
  const format = useFormat()
  const sponsors = people.current.filter(({ role }) => role === "executive_sponsor")
  const vacant = people.vacancies.filter(({ role }) => role === "executive_sponsor")
  return (
    <dl className={classes.who}>
      <Fact label={t("fact.owner")}>{owner?.name ?? t("fact.noOwner")}</Fact>
      <Fact label={t("fact.sponsors")}>
        {sponsors.map(({ id: assignment, side, partyName, contactName }) => (
          <span key={assignment} className={classes.person}>
            <SideBadge side={side} name={partyName ?? undefined} /> {contactName ?? t("overview.unnamed")}
          </span>
        ))}
        {vacant.map(({ side, partyId, partyName, sinceOn }) => (
          <span key={partyId} className={classes.person} data-bad>
            <SideBadge side={side} name={partyName ?? undefined} />{" "}
            <Anchor component={Link} to={partnershipPeoplePath(slug, id)}>
              {sinceOn ? t("overview.noSponsorSince", { on: format.date(sinceOn) }) : t("overview.neverSponsor")}
            </Anchor>
          </span>
        ))}
      </Fact>
    </dl>
  )
}
