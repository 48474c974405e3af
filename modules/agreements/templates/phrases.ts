import type { Side } from "#core/actor"
import type { TemplateCommitment } from "./template.ts"

/** Promises that several types share, so that one wording stays one wording. */
type Common = Pick<TemplateCommitment, "windowDays" | "evidenceNeeded" | "weight">

const common: Common = { windowDays: 7, evidenceNeeded: "any", weight: 1 }

/** Something due once, counted from the agreement's start. */
export const once = (
  key: string,
  owedBy: Side,
  dueAfterDays: number,
  more: Partial<Common> = {},
): TemplateCommitment => ({
  ...common,
  key,
  owedBy,

  measure: "done_by_date",
  cadence: "once",
  dueAfterDays,
  evidenceNeeded: "record",
  ...more,
})

/** Something done so many times in each period. */
export const regularly = (
  key: string,
  owedBy: Side,
  cadence: Exclude<TemplateCommitment["cadence"], "once">,
  more: Partial<Common> & { amount?: number; unit?: string } = {},
): TemplateCommitment => ({ ...common, key, owedBy, measure: "per_cadence", cadence, amount: 1, ...more })

/** An answer promised within hours; each request is an occurrence of its own, reported by month. */
export const within = (
  key: string,
  owedBy: Side,
  withinHours: number,
  more: Partial<Common> = {},
): TemplateCommitment => ({
  ...common,
  key,
  owedBy,

  measure: "within_hours",
  cadence: "monthly",
  withinHours,
  windowDays: 0,
  evidenceNeeded: "record",
  weight: 2,
  ...more,
})

/** An amount promised per period. */
export const amounting = (
  key: string,
  owedBy: Side,
  amount: number,
  unit: string,
  cadence: Exclude<TemplateCommitment["cadence"], "once">,
  more: Partial<Common> = {},
): TemplateCommitment => ({
  ...common,
  key,
  owedBy,

  measure: "amount_per_period",
  cadence,
  amount,
  unit,
  evidenceNeeded: "record",
  weight: 2,
  ...more,
})

/** Both sides' part in one review. */
export const reviewPreparation = (cadence: "monthly" | "quarterly"): readonly TemplateCommitment[] => [
  regularly("review-facts-host", "host", cadence),
  regularly("review-facts-partner", "partner", cadence),
]
