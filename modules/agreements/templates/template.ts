import type { Side } from "#core/actor"
import type { Cadence, CommitmentMeasure, EvidenceNeeded } from "#rules/commitments"
import type { ObjectiveCategory, Ramp } from "#rules/objectives"
import type { PartnershipType } from "#rules/partnerships"

/** A promise one side usually makes in a partnership of this type. The shape is that of a commitment. */
export type TemplateCommitment = Readonly<{
  key: string
  owedBy: Side
  measure: CommitmentMeasure
  cadence: Cadence
  /** How many per cadence, or how much per period; a currency amount is in major units. */
  amount?: number
  /** "money" stands for the partnership's currency. */
  unit?: string
  withinHours?: number
  /** Days after the due date in which it still counts as kept. */
  windowDays: number
  evidenceNeeded: EvidenceNeeded
  weight: number
  /** For what is due once: days after the agreement starts. */
  dueAfterDays?: number
}>

/** A goal both sides usually sign. `target` is a first suggestion for one year; people set their own. */
export type TemplateObjective = Readonly<{
  key: string
  category: ObjectiveCategory
  metric: string
  target: number
  /** "money" stands for the partnership's currency, in major units. */
  unit: string
  ramp: Ramp
  weight: number
}>

/** What a partnership of one type starts with: promises of both sides, goals, and how it is watched. */
export type Template = Readonly<{
  type: PartnershipType
  commitments: readonly TemplateCommitment[]
  objectives: readonly TemplateObjective[]
  /** Keys of the signals that tell most about this type; each is in the catalogue of the signals module. */
  signals: readonly string[]
  /** How often the two sides meet, by layer. */
  cadence: Readonly<{
    working: "weekly" | "monthly"
    management: "monthly" | "quarterly"
    steering: "quarterly" | "yearly"
  }>
  /** How results usually grow: the shape, and the months until the full level. */
  ramp: Readonly<{ shape: TemplateObjective["ramp"]; months: number }>
  /** Days of notice usually agreed. */
  noticeDays: number
}>
