import { z } from "zod"
import { partyInput } from "#contract/partnerships"
import { idShape, moneyShape, plainDateShape, textShape } from "#core/endpoint"
import { cadences, evidenceNeeds, measures } from "#rules/commitments"
import { objectiveCategories, ramps } from "#rules/objectives"

const amount = z.number().finite().positive().max(1e15)
const weight = z.number().finite().positive().max(1_000).default(1)

const objectiveFields = {
  category: z.enum(objectiveCategories),
  metric: z.string().regex(/^[a-z][a-z0-9_]{0,79}$/, "a metric's key: lower-case letters, digits and underscores"),
  title: textShape(),
  clause: textShape(200).optional(),
  target: amount,
  unit: textShape(40),
  startsOn: plainDateShape.optional(),
  endsOn: plainDateShape.optional(),
  ramp: z.enum(ramps).default("linear"),
  weight,
  hostOwnerId: idShape.optional(),
  partnerOwnerId: idShape.optional(),
  party: idShape.optional().describe("the company whose goal it is; everybody's together when left out"),
}

const commitmentFields = {
  owedBy: z.enum(["host", "partner"]),
  party: partyInput,
  title: textShape(),
  clause: textShape(200).optional(),
  measure: z.enum(measures),
  cadence: z.enum(cadences),
  amount: amount.optional(),
  unit: textShape(40).optional(),
  withinHours: z.number().finite().positive().max(8_784).optional(),
  startsOn: plainDateShape.optional(),
  endsOn: plainDateShape.optional(),
  windowDays: z.number().int().min(0).max(366).default(7),
  evidenceNeeded: z.enum(evidenceNeeds).default("any"),
  weight,
}

type Measured = Readonly<{ measure: string; withinHours?: number | undefined; amount?: number | undefined }>
const hours = {
  path: ["withinHours"],
  error: "hours, for a promise that is measured in hours, and only for one",
}
const much = { path: ["amount"], error: "the amount promised for each period" }
const saysHours = ({ measure, withinHours }: Measured): boolean =>
  (measure === "within_hours") === (withinHours !== undefined)
const saysAmount = ({ measure, amount: promised }: Measured): boolean =>
  measure !== "amount_per_period" || promised !== undefined

/** One goal as it was signed. Its term is the agreement's when left out. */
export const objectiveLine = z.strictObject(objectiveFields)

/** One promise as it was signed. Its term is the agreement's when left out; one that is due once is due on its last day. */
export const commitmentLine = z.strictObject(commitmentFields).refine(saysHours, hours).refine(saysAmount, much)

/** The same in a draft; an amendment says of a line that the agreement has already which one it is. */
const lineId = { id: idShape.optional().describe("the objective or promise that it stands for, of an amendment") }
const draftObjective = z.strictObject({ ...lineId, ...objectiveFields })
const draftCommitment = z
  .strictObject({ ...lineId, ...commitmentFields })
  .refine(saysHours, hours)
  .refine(saysAmount, much)

export const term = {
  title: textShape(),
  startsOn: plainDateShape,
  endsOn: plainDateShape.optional(),
  noticeDays: z.number().int().min(0).max(3_650).optional(),
  autoRenews: z.boolean().default(false),
}

const heldLines = {
  objectives: z.array(draftObjective).max(50),
  commitments: z.array(draftCommitment).max(100),
}

/** The lines as they are written; none where nothing is said. */
export const lines = {
  objectives: heldLines.objectives.default([]),
  commitments: heldLines.commitments.default([]),
}

/** What an agreement would hold. */
export const content = { ...term, value: moneyShape.optional() }

export const draftContent = z.strictObject({ ...content, ...heldLines })

export const signer = textShape(300).describe("who signed for that side; several are named in one text")
