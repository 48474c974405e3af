import { Anchor } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import type { openDrift } from "#contract/drift"
import type { ItemsOf } from "#core/attention"
import { HealthMark } from "#marks/HealthMark"
import { partnershipPath } from "#paths/partnership"
import { Panel } from "#ui/Panel"
import { useFormat } from "#ui/text"
import classes from "./Home.module.css"

type Cases = ItemsOf<typeof openDrift>

/** Partnerships that are drifting: since when, and who let go first. */
export const Drifting = ({ items: cases, slug }: { items: Cases; slug: string }) => {
  const { t, i18n } = useTranslation(["home", "drift"])
  const format = useFormat()
  return (
    <Panel title={t("drift.title")} isFlush>
      {cases.length === 0 ? (
        <p className={classes.nothing}>{t("drift.none")}</p>
      ) : (
        <ul className={classes.list}>
          {cases.map((each) => (
            <li key={each.id} className={classes.row}>
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
                  {t(each.onsetLow === each.onsetHigh ? "drift.sinceDay" : "drift.since", {
                    onset: format.date(each.onsetOn),
                    from: format.day(each.onsetLow),
                    to: format.day(each.onsetHigh),
                  })}
                  {" · "}
                  {each.firstPartyName === null
                    ? t(`drift.first.${each.firstSide}`)
                    : t("drift.first.company", { name: each.firstPartyName })}
                </span>
                {each.cause !== null && i18n.exists(`cause.${each.cause}`, { ns: "drift" }) ? (
                  <span className={classes.detail}>
                    {t("drift:likely")} {t(`drift:cause.${each.cause as "trust"}`)}
                  </span>
                ) : null}
              </div>
              <HealthMark health="drifting" />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
