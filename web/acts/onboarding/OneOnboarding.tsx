import { Button } from "@mantine/core"
import { type ReactNode, useState } from "react"
import { useTranslation } from "react-i18next"
import { PlanTimeline } from "#acts/tasks/PlanTimeline"
import { TaskLine } from "#acts/tasks/TaskLine"
import type { OnboardingWithSteps } from "#contract/onboarding"
import { Rows } from "#ui/Rows"
import { useFormat } from "#ui/text"
import { useWhose } from "#ui/viewer"
import classes from "./onboarding.module.css"
import { Progress } from "./Progress.tsx"
import { StateMark } from "./StateMark.tsx"
import { useEnd, useFirstValue, useHolding } from "./words.tsx"

/** One onboarding: how far, who it hangs on, when it ends, what it opens, and its steps. */
export const OneOnboarding = ({ onboarding, acts }: { onboarding: OnboardingWithSteps; acts?: ReactNode }) => {
  const { t } = useTranslation("onboarding")
  const format = useFormat()
  const isOver = onboarding.state === "finished" || onboarding.state === "given_up"
  const [isOpen, setOpen] = useState(!isOver)
  const { state, name, partyName, tasks, startedOn, givenUp } = onboarding
  const lines = useLines(onboarding)
  return (
    <section className={classes.one} aria-label={name}>
      <div className={classes.head}>
        <h3 className={classes.name}>{partyName ? `${partyName}: ${name}` : name}</h3>
        <StateMark state={state} />
        <Progress settled={onboarding.settled} steps={onboarding.steps} />
        {acts}
      </div>
      {lines.map(({ text, isBad }) => (
        <p key={text} className={classes.said} data-warn={isBad || undefined}>
          {text}
        </p>
      ))}
      {givenUp ? (
        <p className={classes.said}>{t("givenUp", { date: format.dayOf(givenUp.at), why: givenUp.why })}</p>
      ) : null}
      {isOpen ? (
        <div className={classes.picture}>
          <PlanTimeline
            startsOn={startedOn}
            steps={tasks.map(({ id, title, owedBy, dueOn, closedOn }) => ({
              ...{ key: id, title, side: owedBy, dueOn: closedOn ?? dueOn },
            }))}
          />
          <Rows>
            {tasks.map((task) => (
              <TaskLine key={task.id} task={task} />
            ))}
          </Rows>
        </div>
      ) : (
        <Button variant="subtle" size="xs" aria-expanded={false} onClick={() => setOpen(true)}>
          {t("showSteps")}
        </Button>
      )}
    </section>
  )
}

/** What is said of it, in the order in which one asks. */
const useLines = (onboarding: OnboardingWithSteps): readonly Readonly<{ text: string; isBad: boolean }>[] => {
  const { t } = useTranslation("onboarding")
  const holding = useHolding()(onboarding)
  const end = useEnd()(onboarding)
  const value = useFirstValue()(onboarding)
  const { state, registration, openedByHand, late } = onboarding
  const whose = useWhose()
  const lines: { text: string; isBad: boolean }[] = []
  if (holding) lines.push({ text: holding, isBad: state === "stuck" })
  if (end) lines.push({ text: end, isBad: false })
  if (late.host + late.partner > 0)
    lines.push({
      text: t("lateBy", {
        ours: whose("host") === "ours" ? late.host : late.partner,
        theirs: whose("host") === "ours" ? late.partner : late.host,
      }),
      isBad: false,
    })
  if (value) lines.push({ text: value, isBad: onboarding.firstValue?.isLate === true })
  if (registration === "closed" && state !== "given_up") lines.push({ text: t("registration.closed"), isBad: false })
  if (registration === "open")
    lines.push({
      text: openedByHand ? t("registration.byHand", { why: openedByHand.why }) : t("registration.open"),
      isBad: false,
    })
  return lines
}
