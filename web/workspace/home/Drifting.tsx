import { Anchor } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import type { openDrift } from "#contract/drift"
import type { ItemsOf } from "#core/attention"
import { HealthMark } from "#marks/HealthMark"
import { partnershipPath } from "#paths/partnership"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows, RowsNote } from "#ui/Rows"
import { useFormat } from "#ui/text"

type Cases = ItemsOf<typeof openDrift>

/** Partnerships that are drifting: since when, and who let go first. */
export const Drifting = ({ items: cases, slug }: { items: Cases; slug: string }) => {
  const { t, i18n } = useTranslation(["home", "drift", "marks"])
  const format = useFormat()
  const since = ({ onset, changedSince }: Cases[number]): string => {
    if (onset === null) return changedSince ? t("marks:onset.tooEarly", { since: format.date(changedSince) }) : ""
    return t(onset.low === onset.high ? "drift.sinceDay" : "drift.since", {
      onset: format.date(onset.date),
      from: format.day(onset.low),
      to: format.day(onset.high),
    })
  }
  return (
    <Panel title={t("drift.title")} isFlush>
      {cases.length === 0 ? (
        <RowsNote>{t("drift.none")}</RowsNote>
      ) : (
        <Rows>
          {cases.map((each) => (
            <Row
              key={each.id}
              name={
                <Anchor component={Link} to={partnershipPath(slug, each.partnershipId)} c="inherit">
                  {each.partnershipName}
                </Anchor>
              }
              lines={
                <>
                  <RowLine>
                    {since(each)}
                    {" · "}
                    {each.firstPartyName === null
                      ? t(`drift.first.${each.firstSide}`)
                      : t("drift.first.company", { name: each.firstPartyName })}
                  </RowLine>
                  {each.cause !== null && i18n.exists(`cause.${each.cause}`, { ns: "drift" }) ? (
                    <RowLine>
                      {t("drift:likely")} {t(`drift:cause.${each.cause as "trust"}`)}
                    </RowLine>
                  ) : null}
                </>
              }
              end={<HealthMark health="drifting" />}
            />
          ))}
        </Rows>
      )}
    </Panel>
  )
}
