import { Button } from "@mantine/core"
import { Link, Navigate, useParams } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { usePages } from "#client/usePages"
import { useVendors } from "#client/useVendors"
import { listOwnPartnerships, type PartnershipForPartner } from "#contract/portfolio"
import { KeptWords } from "#marks/KeptWords"
import { StageBadge } from "#marks/StageBadge"
import { TypeBadge } from "#marks/TypeBadge"
import { portalHomePath } from "#portal/home"
import { portalPartnershipPath } from "#portal/partnership"
import { Page } from "#ui/Page"
import { EmptyState, Loaded } from "#ui/states"
import classes from "./Vendor.module.css"

/** The partnerships with one vendor; where there is one, it is the page. */
const Vendor = () => {
  const { t } = useTranslation(["portal/vendor", "portal"])
  const { slug = "" } = useParams({ strict: false })
  const name = useVendors().find((vendor) => vendor.slug === slug)?.name ?? slug
  const own = useEndpoint(listOwnPartnerships, {})
  const [isAll, showAll] = useState(false)
  return (
    <Loaded from={own} isPage>
      {({ items, total, next }) => {
        const [only] = items
        if (only && total === 1) return <Navigate to={portalPartnershipPath(slug, only.id)} replace />
        return (
          <Page
            title={name}
            answer={
              total > items.length ? t("answerFirst", { count: items.length, total }) : t("answer", { count: total })
            }
            back={{ to: portalHomePath(), label: t("portal:home") }}
            width="reading"
          >
            {items.length === 0 ? (
              <EmptyState title={t("none.title")}>{t("none.text", { name })}</EmptyState>
            ) : (
              <ul className={classes.list}>
                {items.map((partnership) => (
                  <Row key={partnership.id} slug={slug} partnership={partnership} />
                ))}
              </ul>
            )}
            {next === null ? null : isAll ? (
              <Further slug={slug} after={next} />
            ) : (
              <Button variant="default" mt="md" onClick={() => showAll(true)}>
                {t("more")}
              </Button>
            )}
          </Page>
        )
      }}
    </Loaded>
  )
}

/** What comes behind the first page, as far as it is asked for. */
const Further = ({ slug, after }: { slug: string; after: string }) => {
  const { t } = useTranslation("portal/vendor")
  const further = usePages(listOwnPartnerships, { query: { after } })
  return (
    <Loaded from={{ ...further, data: further.first && further.rows }}>
      {(rows) => (
        <>
          <ul className={classes.list}>
            {rows.map((partnership) => (
              <Row key={partnership.id} slug={slug} partnership={partnership} />
            ))}
          </ul>
          {further.hasMore ? (
            <Button variant="default" mt="md" loading={further.isMoreLoading} onClick={further.more}>
              {t("more")}
            </Button>
          ) : null}
        </>
      )}
    </Loaded>
  )
}

const Row = ({ slug, partnership }: { slug: string; partnership: PartnershipForPartner }) => {
  return (
    <li>
      <Link to={portalPartnershipPath(slug, partnership.id)} className={classes.row}>
        <span className={classes.name}>{partnership.name}</span>
        <TypeBadge type={partnership.type} />
        <StageBadge stage={partnership.stage} />
        <span className={classes.detail}>
          <KeptWords records={[partnership.kept]} />
        </span>
      </Link>
    </li>
  )
}

export default Vendor
