import { Collapse, Table, UnstyledButton } from "@mantine/core"
import { useDisclosure } from "@mantine/hooks"
import { useTranslation } from "react-i18next"
import type { DriftForHost } from "#contract/drift"
import { SideBadge } from "#ui/SideBadge"
import { NumberText, Unknown, useFormat } from "#ui/text"
import classes from "./drift.module.css"
import { companyOf, laneKey } from "./lanes.ts"
import { Reasoning } from "./Reasoning.tsx"
import { type DriftLane, useWords } from "./useWords.ts"

/** "Why do you say so?": every signal that was looked at, what it said, how the answer was made, and what would change it. */
export const Inputs = ({ drift, isPast }: { drift: DriftForHost; isPast: boolean }) => {
  const { t } = useTranslation("drift")
  const words = useWords(drift)
  const format = useFormat()
  const [isOpen, { toggle }] = useDisclosure(false)
  return (
    <div className={classes.why}>
      <UnstyledButton className={classes.clause} onClick={toggle} aria-expanded={isOpen}>
        {t("why.open")}
      </UnstyledButton>
      <Collapse expanded={isOpen}>
        <p className={classes.aside}>
          {t("why.how", {
            probability: format.percent(drift.probability, 1),
            threshold: format.percent(drift.threshold),
            asOf: format.date(drift.asOf),
            count: drift.lanes.length,
          })}
        </p>
        <Table.ScrollContainer minWidth={560}>
          <Table verticalSpacing={6} fz="sm">
            <Table.Thead>
              <Table.Tr>
                {(["signal", "side", "weeks", "before", "after", "belongs", "contribution"] as const).map((key) => (
                  <Table.Th key={key}>{t(`why.${key}`)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {drift.lanes.map((lane) => (
                <Table.Tr key={laneKey(lane)}>
                  <Table.Td>
                    {words.signal(lane.signal)}
                    <RecordEnd end={drift.records.find((end) => isOf(end, lane))} />
                  </Table.Td>
                  <Table.Td>
                    {lane.side === "both" ? t("both") : <SideBadge side={lane.side} name={companyOf(drift, lane)} />}
                  </Table.Td>
                  <Table.Td className="numbers">{lane.actual.filter((value) => value !== null).length}</Table.Td>
                  <Table.Td className="numbers">
                    {lane.before === null ? <Unknown /> : words.value(lane.before, lane)}
                  </Table.Td>
                  <Table.Td className="numbers">
                    {lane.after === null ? <Unknown /> : words.value(lane.after, lane)}
                  </Table.Td>
                  <Table.Td>
                    {lane.probability === null ? (
                      t("why.tooShort")
                    ) : (
                      <NumberText value={lane.probability} as="percent" />
                    )}
                  </Table.Td>
                  <Table.Td>
                    <NumberText value={lane.contribution} as="percent" />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        {isOpen && drift.current && !isPast ? <Reasoning current={drift.current} /> : null}
      </Collapse>
    </div>
  )
}

type End = DriftForHost["records"][number]

const isOf = (end: End, lane: DriftLane): boolean => end.signal === lane.signal && end.partyId === lane.partyId

/** Since when nothing is known of a signal, and by which file it was known until then; one that goes on says nothing. */
const RecordEnd = ({ end }: { end: End | undefined }) => {
  const { t } = useTranslation("drift")
  const format = useFormat()
  if (end === undefined) return null
  const until = format.date(end.until)
  return (
    <div className={classes.aside}>
      {end.fileName === null ? t("why.until", { until }) : t("why.untilFile", { until, file: end.fileName })}
    </div>
  )
}
