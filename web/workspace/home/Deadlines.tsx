import { Anchor } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import type { Deadline } from "#contract/agreements"
import { daysBetween } from "#core/time"
import { partnershipPath } from "#paths/partnership"
import { Panel } from "#ui/Panel"
import { Row, RowDay, RowLine, Rows, RowsNote } from "#ui/Rows"
import { useFormat } from "#ui/text"

type DeadlinesProps = {
  kind: "notices" | "endings"
  items: readonly Deadline[]
  slug: string
  today: string
}

/** Agreements whose notice day or last day is near. */
export const Deadlines = ({ kind, items: deadlines, slug, today }: DeadlinesProps) => {
  const { t } = useTranslation("home")
  const format = useFormat()
  if (deadlines.length === 0)
    return (
      <Panel title={t(`${kind}.title`)} isFlush>
        <RowsNote>{t(`${kind}.none`)}</RowsNote>
      </Panel>
    )
  return (
    <Panel title={t(`${kind}.title`)} isFlush>
      <Rows>
        {deadlines.map((each) => {
          const day = kind === "notices" ? (each.noticeOn ?? each.endsOn) : each.endsOn
          return (
            <Row
              key={each.agreementId}
              name={
                <Anchor component={Link} to={partnershipPath(slug, each.partnershipId)} c="inherit">
                  {each.partnershipName}
                </Anchor>
              }
              lines={
                <RowLine>
                  {each.title} ·{" "}
                  {t(`${kind}.${each.autoRenews ? "renews" : "ends"}`, { date: format.day(each.endsOn) })}
                </RowLine>
              }
              end={
                <RowDay day={format.day(day)}>{t("inDays", { count: Math.max(0, daysBetween(today, day)) })}</RowDay>
              }
            />
          )
        })}
      </Rows>
    </Panel>
  )
}
