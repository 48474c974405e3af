import { Anchor } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { useDriftSpeech } from "#acts/driftSpeech"
import { useToday } from "#client/useToday"
import { openDrift } from "#contract/drift"
import type { ItemsOf } from "#core/attention"
import { partnershipPath } from "#paths/partnership"
import { Panel } from "#ui/Panel"
import classes from "./Home.module.css"
import { keyOf } from "./key.ts"
import type { List } from "./list.ts"
import { NextStep } from "./NextStep.tsx"
import { OwnerOf, RowOf } from "./Row.tsx"

type Cases = ItemsOf<typeof openDrift>

/** Partnerships that are drifting: since when, and who let go first. */
export const Drifting = ({ items: cases, list, isKnown }: { items: Cases; list: List; isKnown: boolean }) => {
  const { t } = useTranslation(["home", "drift"])
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
                <Headline drift={each} />
                <OwnerOf partnershipId={each.partnershipId} list={list} />
              </span>
            </RowOf>
          ))}
        </ul>
      )}
    </Panel>
  )
}

/** In the words of the partnership's own page. */
const Headline = ({ drift: { clauses, firstPartyName, confirmedCause } }: { drift: Cases[number] }) => {
  const { t } = useTranslation("drift")
  const today = useToday()
  const { headline, words } = useDriftSpeech({ today, companyOf: () => firstPartyName ?? undefined })
  if (confirmedCause === null) return <span>{headline(clauses)}</span>
  const without = clauses.filter(({ key }) => key !== "likely-causes" && key !== "possible-causes")
  return (
    <span>
      {headline(without)} {t("confirmedAs", { cause: words.cause(confirmedCause) })}
    </span>
  )
}
