import { addDays, addMonths, type PlainDate } from "#core/time"

/**
 * What a tier asks for: won deals of so many months, a metric that is measured, certified people, an agreement in force, or what a
 * person looks at and says by hand.
 */
export const requirementKinds = ["won", "metric", "certified", "agreement", "by_hand"] as const
export type RequirementKind = (typeof requirementKinds)[number]

export type Requirement = Readonly<{
  /** Stays when the wording or the threshold changes, so that versions can be compared. */
  key: string
  kind: RequirementKind
  /** What it is about: the metric, the certificate (any where it is empty), or what is looked at by hand. */
  about: string
  /** At least so much: money in minor units, a number, people; 1 where it is yes or no. */
  threshold: number
  /** How many months are counted, up to and with the day. */
  windowMonths: number
}>

export const mostWindowMonths = 60

/** Only of these a window is asked: the others look at the day itself. */
export const hasWindow = (kind: RequirementKind): boolean => kind === "won" || kind === "metric"

/** Whether it is a question of yes or no. */
export const isYesOrNo = (kind: RequirementKind): boolean => kind === "agreement" || kind === "by_hand"

/**
 * The first day of the months up to a day, that day the last of them: calendar months and no days counted, so that twelve months up to
 * 29 February begin on 1 March and have 366 days, and one month up to 30 April is April, not 31 days.
 */
export const windowStart = (on: PlainDate, months: number): PlainDate => {
  const next = addDays(on, 1)
  return next.endsWith("-01") ? addMonths(next, -months) : addDays(addMonths(on, -months), 1)
}
