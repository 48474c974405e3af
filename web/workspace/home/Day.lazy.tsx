import { Anchor } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { ChosenBar } from "#acts/ChosenBar"
import { useSnoozing } from "#acts/Snoozing"
import { useRowKeys } from "#acts/useRowKeys"
import type { AttentionPlan, Entry } from "#client/attention"
import { promisesMissed, promisesProposed } from "#contract/commitments"
import { openDrift } from "#contract/drift"
import { groupOf } from "#core/attention"
import { homePath } from "#paths/home"
import { AfterPaint } from "#ui/AfterPaint"
import { useChosen } from "#ui/useChosen"
import { useFigure } from "#ui/useFigure"
import { notShown } from "./cutOff.ts"
import { Drifting } from "./Drifting.tsx"
import classes from "./Home.module.css"
import { keyOf } from "./key.ts"
import { Missed } from "./Missed.tsx"
import { Plan } from "./Plan.tsx"
import { type Home, partnersOf } from "./partners.ts"
import { Snoozed } from "./Snoozed.tsx"
import { useDayActs } from "./useDayActs.ts"
import type { HomeView } from "./view.ts"

/** Every area's `attention.tsx`, found by the build. */
const plans = Object.values(
  import.meta.glob<readonly AttentionPlan[]>("../*/attention.tsx", { eager: true, import: "plans" }),
).flat()

type DayProps = Readonly<{ home: Home; slug: string; view: HomeView }>

/** The day and the two weeks after it, then what drifts, then what was missed; what was put off stands at the end. */
const Day = ({ home, slug, view }: DayProps) => {
  const { t } = useTranslation("home")
  const { today, groups, snoozed } = home
  const acts = useDayActs()
  const stays = (key: string) => !acts.leaving.has(key)
  const entriesOf = (lists: Home["groups"]): readonly Entry[] =>
    plans.flatMap((plan) => plan.entries(lists, { slug, today })).filter((entry) => stays(keyOf(entry)))
  // What waits for our yes is one thing, also where its own day is near.
  const asked = new Set(groupOf(groups, promisesProposed).items.map(({ id }) => id))
  const entries = entriesOf(groups).filter(({ list, id }) => list === promisesProposed.key || !asked.has(id))
  const missed = groupOf(groups, promisesMissed)
  const missedNow = missed.items.filter(({ partnershipId: id }) => stays(keyOf({ list: promisesMissed.key, id })))
  const drifting = groupOf(groups, openDrift).items.filter(({ id }) => stays(keyOf({ list: openDrift.key, id })))
  const chosen = useChosen([
    ...entries.map(keyOf),
    ...drifting.map(({ id }) => keyOf({ list: openDrift.key, id })),
    ...missedNow.map(({ partnershipId: id }) => keyOf({ list: promisesMissed.key, id })),
  ])
  const snoozing = useSnoozing({
    today,
    onSnooze: (rows, until) => {
      chosen.clear()
      void acts.snooze(rows, until)
    },
  })
  const doable = entries.filter((entry) => entry.done && chosen.has(keyOf(entry)))
  const rows = useRowKeys({
    title: t("keys"),
    toggle: chosen.toggle,
    done: (row) => {
      const entry = entries.find((each) => keyOf(each) === row)
      if (!entry?.done) return false
      void acts.done([entry])
      return true
    },
    snooze: (row) => snoozing.ask(chosen.has(row) ? chosen.all : [row]),
  })
  const list = { slug, partners: partnersOf(home), chosen, onSnooze: snoozing.ask }
  const left = notShown(groups)
  const figure = useFigure()
  return (
    <div ref={rows} className={classes.parts}>
      <Plan entries={entries} today={today} list={list} />
      <AfterPaint>
        <Drifting items={drifting} list={list} isKnown={!home.unreadable.includes(openDrift.key)} />
        <Missed items={missedNow} counts={missed.counts} list={list} whose={view.whose} />
        {left.count > 0 ? (
          <p className={classes.left}>
            {t("left", { count: left.count, figure: figure(left) })}{" "}
            {view.isWhole ? null : (
              <Anchor component={Link} to={homePath(slug)} search={{ ...view, isWhole: true } as never} fz="inherit">
                {t("whole")}
              </Anchor>
            )}
          </p>
        ) : null}
        <Snoozed home={home} entries={entriesOf(snoozed)} slug={slug} onWake={(key) => void acts.wake(key)} />
      </AfterPaint>
      <ChosenBar
        count={chosen.all.length}
        onClear={chosen.clear}
        acts={[
          ...(doable.length > 0
            ? [{ label: t("doneOf", { count: doable.length }), run: () => void acts.done(doable).then(chosen.clear) }]
            : []),
          { label: t("snoozeChosen"), run: () => snoozing.ask(chosen.all) },
        ]}
      />
      {snoozing.dialog}
    </div>
  )
}

export default Day
