import { Anchor, Button } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import type { Entry } from "#client/attention"
import { linkTo } from "#client/linkTo"
import { promisesMissed } from "#contract/commitments"
import { openDrift } from "#contract/drift"
import { groupOf } from "#core/attention"
import { partnershipPath } from "#paths/partnership"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows } from "#ui/Rows"
import { useFormat } from "#ui/text"
import { keyOf } from "./key.ts"
import type { Home } from "./partners.ts"

type SnoozedProps = Readonly<{
  home: Home
  /** Of what stands in the plan. */
  entries: readonly Entry[]
  slug: string
  onWake: (key: string) => void
}>

/** What one has put off, and when it comes back; it can be brought back at once. */
export const Snoozed = ({ home, entries, slug, onWake }: SnoozedProps) => {
  const { t } = useTranslation(["home", "snooze"])
  const format = useFormat()
  const until = new Map(home.snoozes.map((each) => [keyOf(each), each.until]))
  const byPartnership = [
    ...groupOf(home.snoozed, promisesMissed).items.map((each) => ({
      key: keyOf({ list: promisesMissed.key, id: each.partnershipId }),
      title: t("missed.of", { name: each.partnershipName }),
      to: partnershipPath(slug, each.partnershipId),
      words: null,
    })),
    ...groupOf(home.snoozed, openDrift).items.map((each) => ({
      key: keyOf({ list: openDrift.key, id: each.id }),
      title: t("drift.of", { name: each.partnershipName }),
      to: partnershipPath(slug, each.partnershipId),
      words: null,
    })),
  ]
  const things = [
    ...entries.map((entry) => ({
      key: keyOf(entry),
      title: entry.title,
      to: entry.link.to,
      words: entry.partnershipName,
    })),
    ...byPartnership,
  ].toSorted((one, other) => (until.get(one.key) ?? "").localeCompare(until.get(other.key) ?? ""))
  if (things.length === 0) return null
  return (
    <Panel title={t("snoozed.title", { count: things.length })} hint={t("snoozed.hint")} isFlush>
      <Rows>
        {things.map(({ key, title, to, words }) => (
          <Row
            key={key}
            name={
              <Anchor component={Link} {...linkTo(to)} c="inherit">
                {title}
              </Anchor>
            }
            lines={
              <RowLine>
                {words ? `${words} · ` : null}
                {t("snooze:until", { date: format.date(until.get(key) ?? home.today) })}
              </RowLine>
            }
            end={
              <Button
                size="xs"
                variant="default"
                aria-label={t("snooze:wakeOf", { title })}
                onClick={() => onWake(key)}
              >
                {t("snooze:wake")}
              </Button>
            }
          />
        ))}
      </Rows>
    </Panel>
  )
}
