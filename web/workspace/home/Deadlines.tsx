import { Anchor } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import type { Deadline } from "#contract/agreements"
import { daysBetween } from "#core/time"
import { partnershipPath } from "#paths/partnership"
import { Panel } from "#ui/Panel"
import { useFormat } from "#ui/text"
import classes from "./Home.module.css"

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
        <p className={classes.nothing}>{t(`${kind}.none`)}</p>
      </Panel>
    )
  return (
    <Panel title={t(`${kind}.title`)} isFlush>
      <ul className={classes.list}>
        {deadlines.map((each) => {
          const day = kind === "notices" ? (each.noticeOn ?? each.endsOn) : each.endsOn
          return (
            <li key={each.agreementId} className={classes.row}>
              <div className={classes.words}>
                <Anchor
                  component={Link}
                  to={partnershipPath(slug, each.partnershipId)}
                  className={classes.name}
                  c="inherit"
                >
                  {each.partnershipName}
                </Anchor>
                <span className={classes.detail}>
                  {each.title} ·{" "}
                  {t(`${kind}.${each.autoRenews ? "renews" : "ends"}`, { date: format.day(each.endsOn) })}
                </span>
              </div>
              <span className={classes.day}>
                <strong className="numbers">{format.day(day)}</strong>
                <span className={classes.detail}>{t("inDays", { count: Math.max(0, daysBetween(today, day)) })}</span>
              </span>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
