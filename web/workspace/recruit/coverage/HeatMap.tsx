import { Table, UnstyledButton } from "@mantine/core"
import type { CSSProperties } from "react"
import { useTranslation } from "react-i18next"
import { type Coverage, shortOf } from "#contract/recruitment"
import { useFormat } from "#ui/text"
import classes from "./HeatMap.module.css"
import { type Cell, cellAt, type Spot, type SpotNames } from "./spots.ts"

type HeatMapProps = { coverage: Coverage; names: SpotNames; onOpen: (spot: Spot) => void }

/** Places down, industries or capabilities across; how full a cell is, is seen by its bar and read in its words. */
export const HeatMap = ({ coverage, names, onOpen }: HeatMapProps) => {
  const { t } = useTranslation("coverage")
  const rows = [...coverage.rows.map(({ key }) => key), null]
  const columns = [...coverage.columns.map(({ key }) => key), null]
  return (
    <Table.ScrollContainer
      minWidth={Math.min(1_200, 180 + columns.length * 96)}
      tabIndex={0}
      aria-label={t("map.title")}
    >
      <Table className={classes.map ?? ""}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t(`places.${coverage.places}`)}</Table.Th>
            {columns.map((entry) => (
              <Table.Th key={entry ?? ""} className={entry === null ? classes.unknown : undefined}>
                {names.entry(entry)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((place) => (
            <Table.Tr key={place ?? ""}>
              <Table.Th scope="row" className={place === null ? classes.unknown : undefined}>
                {names.place(place)}
              </Table.Th>
              {columns.map((entry) => (
                <Table.Td key={entry ?? ""}>
                  <CellButton cell={cellAt(coverage, { place, entry })} names={names} onOpen={onOpen} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

type CellButtonProps = { cell: Cell; names: SpotNames; onOpen: (spot: Spot) => void }

const CellButton = ({ cell, names, onOpen }: CellButtonProps) => {
  const { t } = useTranslation("coverage")
  const format = useFormat()
  const { wanted, partner, coming, undecided } = cell
  const shown =
    wanted === null
      ? format.number(partner)
      : t("cell", { partner: format.number(partner), wanted: format.number(wanted) })
  const soon = coming + undecided > 0 ? `+${format.number(coming + undecided)}` : ""
  const share = wanted === null ? 0 : wanted === 0 ? 100 : Math.min(100, (partner / wanted) * 100)
  return (
    <UnstyledButton
      className={classes.cell ?? ""}
      data-short={(shortOf(cell) ?? 0) > 0 || undefined}
      data-empty={(wanted === null && partner + coming + undecided === 0) || undefined}
      style={{ "--share": `${share}%` } as CSSProperties}
      aria-label={t("cellWords", {
        shown: `${shown} ${soon}`.trim(),
        spot: names.both(cell),
        soon: t("soon", { ...cell }),
      })}
      onClick={() => onOpen(cell)}
    >
      <span className="numbers">{shown}</span>
      {soon === "" ? null : <span className={classes.soon}> {soon}</span>}
    </UnstyledButton>
  )
}
