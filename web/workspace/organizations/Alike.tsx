import { Anchor } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { listAlikeOrganizations } from "#contract/mergers"
import { organizationPath } from "#paths/organizations"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows, RowsNote } from "#ui/Rows"
import classes from "./Partnerships.module.css"

/** Companies that may be one, by the rule of imports; each pair leads to the merger. */
export const Alike = () => {
  const { t } = useTranslation("organizations")
  const { slug = "" } = useParams({ strict: false })
  const { data } = useEndpoint(listAlikeOrganizations, {})
  if (!data || data.items.length === 0) return null
  return (
    <details className={classes.alike}>
      <summary>{t("alike.title", { count: data.items.length })}</summary>
      <Panel isFlush>
        <RowsNote>{t("alike.hint")}</RowsNote>
        <Rows>
          {data.items.map(({ one, other, why }) => (
            <Row
              key={`${one.id} ${other.id}`}
              name={
                <Anchor component={Link} to={organizationPath(slug, one.id)} search={{ merge: other.id } as never}>
                  {t("alike.pair", { one: one.name, other: other.name })}
                </Anchor>
              }
              lines={<RowLine>{t(`alike.why.${why}`)}</RowLine>}
            />
          ))}
        </Rows>
        {data.isWhole ? null : <RowsNote>{t("alike.more")}</RowsNote>}
      </Panel>
    </details>
  )
}
