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
  const { t, i18n } = useTranslation(["home", "drift"])
  const format = useFormat()
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
                    {t(each.onsetLow === each.onsetHigh ? "drift.sinceDay" : "drift.since", {
                      onset: format.date(each.onsetOn),
                      from: format.day(each.onsetLow),
                      to: format.day(each.onsetHigh),
                    })}
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
