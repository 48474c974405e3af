import { Table } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { type Trial as TrialView, trialOutcomes, tryProgram } from "#contract/programs"
import { EmptyState, Loaded } from "#ui/states"
import { Unknown, useFormat } from "#ui/text"
import classes from "./programs.module.css"

/** What becomes of everybody by what is being written: the changed first, and what it costs in a year. */
export const Trial = ({ program }: { program: string }) => {
  const { t } = useTranslation("programs")
  const found = useEndpoint(tryProgram, { params: { program } })
  return (
    <Loaded from={found}>
      {(trial) =>
        trial.items.length === 0 ? (
          <EmptyState title={t("partners.empty")}>{t("trial.nobody")}</EmptyState>
        ) : (
          <Shown trial={trial} />
        )
      }
    </Loaded>
  )
}

const Shown = ({ trial: { items, currency, costMinor, uncosted } }: { trial: TrialView }) => {
  const { t } = useTranslation("programs")
  const format = useFormat()
  const inOrder = trialOutcomes.flatMap((outcome) => items.filter((each) => each.outcome === outcome))
  const counts = trialOutcomes
    .map((outcome) => ({ outcome, count: items.filter((each) => each.outcome === outcome).length }))
    .filter(({ count }) => count > 0)
  const money = (amountMinor: number) => format.money({ amountMinor, currency })
  return (
    <>
      <p className={classes.cost} aria-live="polite">
        {counts.map(({ outcome, count }) => t(`trial.count.${outcome}`, { count })).join(" · ")}
        <br />
        {costMinor === 0
          ? t("trial.costsNothing")
          : t(costMinor > 0 ? "trial.costs" : "trial.saves", { amount: money(Math.abs(costMinor)) })}
        {uncosted > 0 ? ` ${t("trial.uncosted", { count: uncosted })}` : null}
      </p>
      <Table.ScrollContainer minWidth={420}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("partners.partner")}</Table.Th>
              <Table.Th>{t("trial.what")}</Table.Th>
              <Table.Th>{t("trial.from")}</Table.Th>
              <Table.Th>{t("trial.to")}</Table.Th>
              <Table.Th>{t("trial.cost")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {inOrder.map((each) => (
              <Table.Tr key={each.enrolmentId}>
                <Table.Th scope="row">{each.name}</Table.Th>
                <Table.Td className={classes.outcome ?? ""} data-outcome={each.outcome}>
                  {t(`trial.outcome.${each.outcome}`)}
                </Table.Td>
                <Table.Td>{each.tier ?? t("partners.none")}</Table.Td>
                <Table.Td>{each.tierAfter ?? t("partners.none")}</Table.Td>
                <Table.Td className="numbers">
                  {each.costMinor === null ? <Unknown /> : each.costMinor === 0 ? null : money(each.costMinor)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  )
}
