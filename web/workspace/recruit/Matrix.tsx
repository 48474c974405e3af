import { Table } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { dimensions, type Panel } from "#contract/recruitment"
import { Unknown, useFormat } from "#ui/text"
import classes from "./Matrix.module.css"

/** Dimensions down, assessors across, what they say together at the end; who is furthest apart is said, and a knock-out before all. */
export const Matrix = ({ panel: { items, verdict, criteria } }: { panel: Panel }) => {
  const { t } = useTranslation("recruit")
  const format = useFormat()
  const scored = items.flatMap(({ id, assessorId, name, sent }) => {
    const counted = sent.find(({ isCounted }) => isCounted)
    return counted ? [{ id, assessorId, name, ...counted }] : []
  })
  if (verdict === null || scored.length === 0) return null
  const points = (value: number | null | undefined) => (value == null ? <Unknown /> : format.number(value, 1))
  const nameOf = (assessor: string) => scored.find(({ assessorId }) => assessorId === assessor)?.name ?? ""
  const questionOf = (key: string) => criteria.find((each) => each.key === key)?.question ?? key
  const [widest] = verdict.disagreements
  return (
    <div className={classes.matrix}>
      {verdict.knockOuts.map(({ assessor, criteria: keys }) => (
        <p key={assessor} className={classes.out} role="note">
          {t("knockedOutBy", { name: nameOf(assessor), questions: format.list(keys.map(questionOf)) })}
        </p>
      ))}
      {widest && widest.points > 0 ? (
        <p className={classes.apart}>
          {t("furthestApart", {
            ...{ dimension: t(`dimension.${widest.dimension}`), points: format.number(widest.points) },
            ...{ low: nameOf(widest.lowest), high: nameOf(widest.highest) },
          })}
        </p>
      ) : null}
      <Table.ScrollContainer minWidth={320}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("dimension.label")}</Table.Th>
              {scored.map(({ id, name }) => (
                <Table.Th key={id}>{name}</Table.Th>
              ))}
              <Table.Th>{t("together")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {dimensions.map((dimension) => (
              <Table.Tr key={dimension}>
                <Table.Th scope="row">{t(`dimension.${dimension}`)}</Table.Th>
                {scored.map(({ id, byDimension }) => (
                  <Table.Td key={id}>{points(byDimension[dimension])}</Table.Td>
                ))}
                <Table.Td>{points(verdict.byDimension[dimension])}</Table.Td>
              </Table.Tr>
            ))}
            <Table.Tr className={classes.sum ?? ""}>
              <Table.Th scope="row">{t("totalLabel")}</Table.Th>
              {scored.map(({ id, total }) => (
                <Table.Td key={id}>{points(total)}</Table.Td>
              ))}
              <Table.Td>{points(verdict.total)}</Table.Td>
            </Table.Tr>
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <p className={classes.how}>
        {t("how")} {verdict.spread === null ? null : t("spread", { points: format.number(verdict.spread, 1) })}
      </p>
    </div>
  )
}
