import { Anchor } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import type { CoveringCompany } from "#contract/recruitment"
import { organizationPath } from "#paths/organizations"
import { candidatePath } from "#paths/recruit"
import { Row, RowLine, Rows, RowsNote } from "#ui/Rows"
import { useFormat } from "#ui/text"

type CoveringRowsProps = { items: readonly CoveringCompany[]; isMore: boolean; saysUnknown?: boolean }

/** Companies, each with where it stands; a candidate leads to its page as one. */
export const CoveringRows = ({ items, isMore, saysUnknown = false }: CoveringRowsProps) => {
  const { t } = useTranslation("coverage")
  const { slug = "" } = useParams({ strict: false })
  const format = useFormat()
  if (items.length === 0) return <RowsNote>{t("companies.none")}</RowsNote>
  return (
    <>
      <Rows>
        {items.map(({ id, name, standing, country, candidateId, isPlaceUnknown, isEntryUnknown }) => (
          <Row
            key={id}
            name={
              <Anchor
                component={Link}
                to={candidateId === null || saysUnknown ? organizationPath(slug, id) : candidatePath(slug, candidateId)}
              >
                {name}
              </Anchor>
            }
            lines={
              <RowLine>
                {[
                  t(`standing.${standing}`),
                  ...(country === null ? [] : [format.country(country)]),
                  ...(saysUnknown && isPlaceUnknown ? [t("unknowns.place")] : []),
                  ...(saysUnknown && isEntryUnknown ? [t("unknowns.entry")] : []),
                ].join(" · ")}
              </RowLine>
            }
          />
        ))}
      </Rows>
      {isMore ? <RowsNote>{t("companies.more", { count: items.length })}</RowsNote> : null}
    </>
  )
}
