import { Anchor } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { useMayGo } from "#client/useMayGo"
import { listPartnerships } from "#contract/portfolio"
import { StageBadge } from "#marks/StageBadge"
import { TypeBadge } from "#marks/TypeBadge"
import { newPartnershipPath } from "#paths/new-partnership"
import { partnershipPath } from "#paths/partnership"
import { EmptyState, Loaded } from "#ui/states"
import classes from "./Partnerships.module.css"

/** What one has with a company. */
export const Partnerships = ({ organizationId }: { organizationId: string }) => {
  const { t } = useTranslation("organizations")
  const { slug = "" } = useParams({ strict: false })
  const mayCreate = useMayGo()("seeToRecord")
  const found = useEndpoint(listPartnerships, { query: { organization: organizationId } })
  return (
    <Loaded from={found}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState
            title={t("noPartnership")}
            action={
              mayCreate ? (
                <Anchor
                  component={Link}
                  to={newPartnershipPath(slug)}
                  search={{ organization: organizationId } as never}
                >
                  {t("newPartnership")}
                </Anchor>
              ) : null
            }
          >
            {t("noPartnershipText")}
          </EmptyState>
        ) : (
          <ul className={classes.list}>
            {items.map(({ id, name, type, stage }) => (
              <li key={id}>
                <Anchor component={Link} to={partnershipPath(slug, id)}>
                  {name}
                </Anchor>
                <TypeBadge type={type} />
                <StageBadge stage={stage} />
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}
