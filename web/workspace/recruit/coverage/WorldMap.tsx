import { Table } from "@mantine/core"
import { useTranslation } from "react-i18next"
import type { Coverage } from "#contract/recruitment"
import { useFormat } from "#ui/text"
import { outlines } from "./outlines.ts"
import classes from "./WorldMap.module.css"

/** Countries as a picture, and below it the same as a table: small countries are in the table alone. */
export const WorldMap = ({ countries }: { countries: Coverage["countries"] }) => {
  const { t } = useTranslation("coverage")
  const format = useFormat()
  const found = new Map(countries.map((each) => [each.country, each]))
  const words = (country: string) => {
    const { partner = 0, coming = 0, undecided = 0 } = found.get(country) ?? {}
    return `${format.country(country)}: ${t("world.partners", { count: partner })}, ${t("soon", { coming, undecided })}`
  }
  const kindOf = (country: string) => {
    const { partner = 0, coming = 0, undecided = 0 } = found.get(country) ?? {}
    return partner > 0 ? "partner" : coming + undecided > 0 ? "soon" : undefined
  }
  const shown = [...countries].sort(
    (one, other) =>
      other.partner - one.partner || format.country(one.country).localeCompare(format.country(other.country)),
  )
  return (
    <>
      <svg viewBox="0 0 1000 430" className={classes.world} role="img" aria-label={t("world.picture")}>
        <defs>
          <pattern id="coverage-soon" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" className={classes.soonGround} />
            <rect width="2.5" height="6" className={classes.soonStripe} />
          </pattern>
        </defs>
        {Object.entries(outlines).map(([country, outline]) => (
          <path key={country} d={outline} data-kind={kindOf(country)}>
            {found.has(country) ? <title>{words(country)}</title> : null}
          </path>
        ))}
      </svg>
      <p className={classes.legend}>
        <span data-kind="partner">{t("standing.partner")}</span>
        <span data-kind="soon">{t("world.soon")}</span>
        <span>{t("world.source")}</span>
      </p>
      <Table.ScrollContainer minWidth={320}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("world.country")}</Table.Th>
              {columns.map((column) => (
                <Table.Th key={column}>{t(`standing.${column}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((each) => (
              <Table.Tr key={each.country}>
                <Table.Th scope="row">{format.country(each.country)}</Table.Th>
                {columns.map((column) => (
                  <Table.Td key={column} className="numbers">
                    {format.number(each[column])}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  )
}

const columns = ["partner", "coming", "undecided"] as const
