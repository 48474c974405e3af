import type { PlainDate } from "#core/time"
import type { IsWorkday } from "#core/workdays"
import { workdaysBetween } from "#core/workdays"

/** Workdays of the workspace, after the day on which a step was reached, until those it waits for are reminded. */
export const remindAfterWorkdays = 2

/** And until the owners and admins are told that it is stuck. */
export const escalateAfterWorkdays = 5

/** Before people are at work nobody is told that they have not answered. */
const fromHour = 8

type Wait = Readonly<{
  /** The day on which the step was reached. */
  since: PlainDate
  isReminded: boolean
  isEscalated: boolean
}>

/** What is to be told of a step that waits: each once, on a workday, in the order of their days. */
export const overdueTelling = (
  { since, isReminded, isEscalated }: Wait,
  { today, hour, isWorkday }: Readonly<{ today: PlainDate; hour: number; isWorkday: IsWorkday }>,
): "remind" | "escalate" | undefined => {
  if (hour < fromHour || !isWorkday(today)) return undefined
  const workdays = workdaysBetween(since, today, isWorkday)
  if (!isReminded) return workdays >= remindAfterWorkdays ? "remind" : undefined
  return !isEscalated && workdays >= escalateAfterWorkdays ? "escalate" : undefined
}
