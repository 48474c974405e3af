import { z } from "zod"
import { partyFields } from "#contract/partnerships"
import { abilityShape, idShape, instantShape, plainDateShape } from "#core/endpoint"
import { partnershipTypes } from "#rules/partnerships"
import { firstValues, onboardingStates } from "../rules.ts"

const side = z.enum(["host", "partner"])

/** When a partnership reached its first value, or may: the host's to read. */
export const firstValueView = z.object({
  since: plainDateShape.describe("the day on which the first agreement came into force"),
  reachedOn: plainDateShape.nullable(),
  what: z.enum(firstValues).nullable(),
  days: z.number().describe("to the first value, or on the way without one so far"),
  medianOfLike: z
    .number()
    .nullable()
    .describe("days that half of the same type took; null where too few have got there"),
  expected: z
    .object({ from: plainDateShape, to: plainDateShape.nullable() })
    .nullable()
    .describe("between these days eight of ten like partners got there who had been on the way for as long"),
  isLate: z.boolean().describe("three quarters of the like had got there by now"),
})
export type FirstValueView = z.input<typeof firstValueView>

/** One onboarding as it stands, for whoever sees its partnership. Of its steps only those count that the reader sees. */
export const onboardingView = z.object({
  id: idShape,
  partnershipId: idShape,
  partnershipName: z.string(),
  ...partyFields,
  type: z.enum(partnershipTypes),
  planId: idShape,
  name: z.string(),
  startedOn: plainDateShape,
  plannedEnd: plainDateShape.nullable().describe("the last day of its steps, as planned when it began"),
  forecastEnd: plainDateShape
    .nullable()
    .describe("the last day as things stand: what is overdue is done today at the earliest, and the rest follows"),
  finishedOn: plainDateShape.nullable(),
  state: z.enum(onboardingStates),
  settled: z.number().describe("steps that are done or left out"),
  steps: z.number(),
  hangsOn: z
    .object({
      taskId: idShape,
      title: z.string(),
      owedBy: side,
      ...partyFields,
      ownerName: z.string().nullable(),
      isHeldByNobody: z.boolean().describe("its owner has left: it is nobody's delay until somebody has it"),
      dueOn: plainDateShape.nullable(),
      isOverdue: z.boolean(),
      workdaysLate: z.number(),
    })
    .nullable()
    .describe("of the steps that can be done now, the latest"),
  late: z
    .object({ host: z.number(), partner: z.number() })
    .describe("workdays that each side held it up, over all its steps"),
  registration: z
    .enum(["open", "closed"])
    .nullable()
    .describe("whether the partner may register deals; null where no step opens that"),
  givenUp: z.object({ at: instantShape, why: z.string() }).nullable(),
  openedByHand: z.object({ at: instantShape, why: z.string() }).nullable(),
  firstValue: firstValueView.nullable().describe("not told to partners; null before the agreement is in force"),
  version: z.number(),
  abilities: z.object({ giveUp: abilityShape, openRegistration: abilityShape }),
})
export type OnboardingView = z.input<typeof onboardingView>
