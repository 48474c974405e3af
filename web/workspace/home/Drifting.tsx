import { Anchor } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { openDrift } from "#contract/drift"
import type { ItemsOf } from "#core/attention"
import { partnershipPath } from "#paths/partnership"
import { Panel } from "#ui/Panel"
import { useFormat } from "#ui/text"
import classes from "./Home.module.css"
import { keyOf } from "./key.ts"
import type { List } from "./list.ts"
import { NextStep } from "./NextStep.tsx"
import { OwnerOf, RowOf } from "./Row.tsx"

type Cases = ItemsOf<typeof openDrift>

/** Partnerships that are drifting: since when, and who let go first. */
export const Drifting = ({ items: cases, list, isKnown }: { items: Cases; list: List; isKnown: boolean }) => {
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
  if (!isKnown) return null
  return (
    <Panel title={t("drift.title")} hint={t("drift.hint")} isFlush>
      {cases.length === 0 ? (
        <p className={classes.note}>{t("drift.none")}</p>
      ) : (
        <ul className={classes.rows}>
          {cases.map((each) => (
            <RowOf
              key={each.id}
              row={keyOf({ list: openDrift.key, id: each.id })}
              title={each.partnershipName}
              partnershipId={each.partnershipId}
              list={list}
              end={<NextStep drift={each} slug={list.slug} />}
            >
              <Anchor
                component={Link}
                to={partnershipPath(list.slug, each.partnershipId)}
                c="inherit"
                className={classes.title}
                data-title
              >
                {each.partnershipName}
              </Anchor>
              <span className={classes.line}>
                <span>{since(each)}</span>
                <span>
                  {each.firstPartyName === null
                    ? t(`drift.first.${each.firstSide}`)
                    : t("drift.first.company", { name: each.firstPartyName })}
                </span>
                <OwnerOf partnershipId={each.partnershipId} list={list} />
              </span>
              {each.cause !== null && i18n.exists(`cause.${each.cause}`, { ns: "drift" }) ? (
                <span className={classes.line}>
                  <span>
                    {t("drift:likely")} {t(`drift:cause.${each.cause as "trust"}`)}
                  </span>
                </span>
              ) : null}
            </RowOf>
          ))}
        </ul>
      )}
    </Panel>
  )
}
