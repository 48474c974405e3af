import { z } from "zod"
import { partyFields } from "#contract/partnerships"
import { abilityShape, idShape, instantShape, plainDateShape } from "#core/endpoint"
import { partnershipTypes } from "#rules/partnerships"
import { onboardingStates } from "../rules.ts"

const side = z.enum(["host", "partner"])

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
  version: z.number(),
  abilities: z.object({ giveUp: abilityShape, openRegistration: abilityShape }),
})
export type OnboardingView = z.input<typeof onboardingView>
