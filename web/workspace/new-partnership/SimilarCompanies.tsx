import { Button } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { findSimilarOrganizations } from "#contract/organizations"
import classes from "./NewPartnership.module.css"

type SimilarCompaniesProps = { name: string; domain: string; onChoose: (id: string) => void }

/** Warns while typing that the company may be known already, and offers to take the known one. */
export const SimilarCompanies = ({ name, domain, onChoose }: SimilarCompaniesProps) => {
  const { t } = useTranslation("new-partnership")
  const { data } = useEndpoint(
    findSimilarOrganizations,
    { query: { name, domains: domain } },
    { isEnabled: name.length >= 3, keepsPrevious: true },
  )
  const items = name.length >= 3 ? (data?.items ?? []) : []
  return (
    <div role="status" className={items.length > 0 ? classes.similar : classes.silent}>
      {items.length > 0 ? <p>{t("similar")}</p> : null}
      {items.map(({ id, name: known, why }) => (
        <div key={id} className={classes.known}>
          <span>
            {known} <small>{t(`why.${why}`)}</small>
          </span>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => onChoose(id)}
            aria-label={t("takeThis", { name: known })}
          >
            {t("take")}
          </Button>
        </div>
      ))}
    </div>
  )
}
