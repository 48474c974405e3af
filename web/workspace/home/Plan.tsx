import { Button } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Entry } from "#client/attention"
import { addDays, type PlainDate } from "#core/time"
import { Panel } from "#ui/Panel"
import { useFormat } from "#ui/text"
import classes from "./Home.module.css"
import { keyOf } from "./key.ts"
import type { List } from "./list.ts"
import { planOf, type Span } from "./plan.ts"
import { Row } from "./Row.tsx"

type PlanProps = Readonly<{ entries: readonly Entry[]; today: PlainDate; list: List }>

/** The day, and the two weeks after it; what is further off by itself. */
export const Plan = ({ entries, today, list }: PlanProps) => {
  const { t } = useTranslation("home")
  const format = useFormat()
  const plan = planOf(entries, today)
  const dates: Partial<Record<Span, string>> = {
    today: format.date(today),
    tomorrow: format.date(addDays(today, 1)),
  }
  const { later, ...near } = Object.fromEntries(plan) as Partial<Record<Span, readonly Entry[]>>
  return (
    <>
      <Panel title={t("plan.title")} hint={t("plan.hint")} isFlush>
        {near.today ? null : <p className={classes.note}>{t("plan.nothingToday")}</p>}
        {[...plan].map(([span, those]) =>
          span === "later" ? null : (
            <SpanOf key={span} title={t(`span.${span}`)} date={dates[span]} entries={those} list={list} />
          ),
        )}
      </Panel>
      {later ? (
        <Panel title={t("span.later")} hint={t("plan.laterHint")} isFlush>
          <SpanOf entries={later} list={list} atFirst={4} />
        </Panel>
      ) : null}
    </>
  )
}

type SpanProps = Readonly<{
  title?: string
  date?: string | undefined
  entries: readonly Entry[]
  list: List
  atFirst?: number
}>

/** What waits in one span of time; of many the first, the rest one press away. */
const SpanOf = ({ title, date, entries, list, atFirst = 10 }: SpanProps) => {
  const { t } = useTranslation("home")
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? entries : entries.slice(0, atFirst)
  return (
    <>
      {title ? (
        <h3 className={classes.span}>
          {title}
          {date ? <span className={classes.date}>{date}</span> : null}
          <span className="numbers">{entries.length}</span>
        </h3>
      ) : null}
      <ul className={classes.rows}>
        {shown.map((entry) => (
          <Row key={keyOf(entry)} entry={entry} list={list} />
        ))}
      </ul>
      {shown.length < entries.length ? (
        <p className={classes.note}>
          <Button variant="subtle" size="xs" onClick={() => setShowsAll(true)}>
            {t("showMore", { count: entries.length - shown.length })}
          </Button>
        </p>
      ) : null}
    </>
  )
}
