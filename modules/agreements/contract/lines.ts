import { z } from "zod"
import { promiseShape } from "#contract/clocks"
import { partyInput } from "#contract/partnerships"
import { timeZoneShape } from "#contract/workspaces"
import { isCalendarCadence, partialReadings, periodKinds } from "#core/duePeriods"
import { idShape, moneyShape, plainDateShape, textShape } from "#core/endpoint"
import { cadences, evidenceNeeds, measures } from "#rules/commitments"
import { objectiveCategories, ramps, targetReadings } from "#rules/objectives"
import { beginnings, noticeBases, noticeTargets } from "../rules.ts"

/** The name that a clause of a text keeps. */
export const clauseKey = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, "a clause's key: lower-case letters, digits and hyphens")

const amount = z.number().finite().positive().max(1e15)
const partAmount = z.number().finite().min(0).max(1e15).optional()
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
  periods: z
    .enum(periodKinds)
    .optional()
    .describe(
      "monthly, quarterly or yearly by periods of its own, from its first day, or by those of the calendar; its own when left out",
    ),
  partial: z
    .enum(partialReadings)
    .optional()
    .describe("what a calendar period asks for that its term covers in part: nothing, or its share by days"),
  firstAmount: partAmount.describe("what the part at the beginning asks for, where both said so"),
  lastAmount: partAmount.describe("what the part at the end asks for, where both said so"),
  withinHours: z.number().finite().positive().max(8_784).optional(),
  answers: promiseShape
    .optional()
    .describe(
      "what is answered within these business hours: its clocks run by this promise, and are its due instances",
    ),
  startsOn: plainDateShape.optional(),
  endsOn: plainDateShape.optional(),
  windowDays: z.number().int().min(0).max(366).default(7),
  evidenceNeeded: z.enum(evidenceNeeds).default("any"),
  weight,
}

type Measured = Readonly<{
  owedBy: string
  cadence: string
  periods?: string | undefined
  partial?: string | undefined
  firstAmount?: number | undefined
  lastAmount?: number | undefined
  answers?: string | undefined
  measure: string
  withinHours?: number | undefined
  amount?: number | undefined
}>
const hours = {
  path: ["withinHours"],
  error: "hours, for a promise that is measured in hours, and only for one",
}
const much = { path: ["amount"], error: "the amount promised for each period" }
const answering = { path: ["answers"], error: "for what the host promises within hours, and only for that" }
const counting = { path: ["periods"], error: "for what comes monthly, quarterly or yearly, and is no answer" }
const ofParts = { path: ["partial"], error: "for periods of the calendar, and only for them" }
const inParts = { path: ["firstAmount"], error: "for parts of a period that ask for their share, and only for them" }
const saysPeriods = ({ periods, cadence, answers }: Measured): boolean =>
  periods === undefined || (isCalendarCadence(cadence) && answers === undefined)
const saysPartial = ({ periods, partial }: Measured): boolean => (periods === "calendar") === (partial !== undefined)
const saysParts = ({ partial, firstAmount, lastAmount }: Measured): boolean =>
  partial === "pro_rata" || (firstAmount === undefined && lastAmount === undefined)
const saysAnswers = ({ answers, owedBy, measure }: Measured): boolean =>
  answers === undefined || (owedBy === "host" && measure === "within_hours")
const saysHours = ({ measure, withinHours }: Measured): boolean =>
  (measure === "within_hours") === (withinHours !== undefined)
const saysAmount = ({ measure, amount: promised }: Measured): boolean =>
  measure !== "amount_per_period" || promised !== undefined

/** One goal as it was signed. Its term is the agreement's when left out. */
export const objectiveLine = z.strictObject(objectiveFields)

/** One promise as it was signed. Its term is the agreement's when left out; one that is due once is due on its last day. */
export const commitmentLine = z
  .strictObject(commitmentFields)
  .refine(saysHours, hours)
  .refine(saysAmount, much)
  .refine(saysAnswers, answering)
  .refine(saysPeriods, counting)
  .refine(saysPartial, ofParts)
  .refine(saysParts, inParts)

/** The same in a draft; an amendment says of a line that the agreement has already which one it is. */
const lineId = {
  id: idShape.optional().describe("the objective or promise that it stands for, of an amendment"),
  clauseKey: clauseKey.optional().describe("the clause of the text that it comes from: it stands and falls with it"),
}
const draftObjective = z.strictObject({
  ...lineId,
  ...objectiveFields,
  reading: z
    .enum(targetReadings)
    .optional()
    .describe(
      "of an agreed change, how its new target is meant: at that rate from the day on, or in total, the days before included",
    ),
})
const draftCommitment = z
  .strictObject({ ...lineId, ...commitmentFields })
  .refine(saysHours, hours)
  .refine(saysAmount, much)
  .refine(saysAnswers, answering)
  .refine(saysPeriods, counting)
  .refine(saysPartial, ofParts)
  .refine(saysParts, inParts)

/** What was agreed of notice, of its renewal and of where its days end. */
const said = {
  noticeDays: z.number().int().min(0).max(3_650).describe("how long notice is, in one of three units"),
  noticeWeeks: z.number().int().min(0).max(520),
  noticeMonths: z.number().int().min(0).max(120),
  noticeTo: z
    .enum(noticeTargets)
    .describe(
      "to any day, or only to the end of a calendar month, quarter, half-year or of the term, which it is when left out",
    ),
  noticeCounts: z.enum(noticeBases).describe("from when it was received, as when left out, or from when it was given"),
  noticeOpensMonths: z.number().int().min(1).max(120).describe("not earlier than so many months before it would end"),
  renewalMonths: z
    .number()
    .int()
    .min(1)
    .max(240)
    .describe("for how many months it renews each time; not known when left out"),
  timeZone: timeZoneShape.describe("where its days end, at 24:00; where the workspace is when left out"),
}

/** The same of an amendment: null says nothing any more. */
export const termAmended = {
  noticeDays: said.noticeDays.nullable().optional(),
  noticeWeeks: said.noticeWeeks.nullable().optional(),
  noticeMonths: said.noticeMonths.nullable().optional(),
  noticeTo: said.noticeTo.nullable().optional(),
  noticeCounts: said.noticeCounts.nullable().optional(),
  noticeOpensMonths: said.noticeOpensMonths.nullable().optional(),
  renewalMonths: said.renewalMonths.nullable().optional(),
  timeZone: said.timeZone.nullable().optional(),
}

/** The same as an agreement or a version shows it: null where nothing is said. */
export const termShown = {
  noticeDays: z.number().nullable(),
  noticeWeeks: z.number().nullable(),
  noticeMonths: z.number().nullable(),
  noticeTo: z.enum(noticeTargets).nullable(),
  noticeCounts: z.enum(noticeBases).nullable(),
  noticeOpensMonths: z.number().nullable(),
  renewalMonths: z.number().nullable(),
  timeZone: z.string().nullable(),
}

export const beginsWithSigning = {
  "begins-with-signing": {
    status: 422,
    title:
      "The agreement begins on the day of the last signature. Its promises and goals begin with it: leave their first day out.",
  },
} as const

export const shareUneven = {
  "share-uneven": {
    status: 422,
    title: "The share of a part of a period is no whole number. Say how much that part asks for.",
  },
} as const

export const noticeSaidTwice = {
  "notice-said-twice": { status: 422, title: "Say how long notice is in one unit: days, weeks or months." },
} as const

export const term = {
  title: textShape(),
  startsOn: plainDateShape,
  endsOn: plainDateShape.optional(),
  noticeDays: said.noticeDays.optional(),
  noticeWeeks: said.noticeWeeks.optional(),
  noticeMonths: said.noticeMonths.optional(),
  noticeTo: said.noticeTo.optional(),
  noticeCounts: said.noticeCounts.optional(),
  noticeOpensMonths: said.noticeOpensMonths.optional(),
  renewalMonths: said.renewalMonths.optional(),
  timeZone: said.timeZone.optional(),
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

/** When it begins, where that is no day that anybody knows yet. */
const beginning = {
  begins: z
    .enum(beginnings)
    .optional()
    .describe(
      "on the day of the last signature, where the agreement's days end; `startsOn` then says when that is expected",
    ),
  termMonths: z
    .number()
    .int()
    .min(1)
    .max(1_200)
    .optional()
    .describe("for how many months it runs from then on; `endsOn` follows from it"),
}

/** What an agreement would hold. */
export const content = { ...term, ...beginning, value: moneyShape.optional() }

export const draftContent = z.strictObject({ ...content, ...heldLines })

export const signer = textShape(300).describe("who signed for that side; several are named in one text")
