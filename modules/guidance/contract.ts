import { z } from "zod"
import { clauseShape } from "#contract/drift"
import { endpoint, idShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { firstSteps } from "./rules.ts"

export type { FirstStep } from "./rules.ts"

const step = z.enum(firstSteps)
const count = z.number().int()

export const getFirstSteps = endpoint("GET", "/first-steps", {
  summary:
    "The steps of a workspace's first hour, each done or not as the workspace is now; which of them one has dismissed; and a partnership to take the next one with. None are named to those who cannot take them.",
  // Whatever is recorded may be such a step.
  reads: ["ledger", "first-steps"],
  output: z.object({
    steps: z.array(z.object({ step, isDone: z.boolean() })),
    dismissed: z.array(step),
    example: z
      .object({ partnershipId: idShape, organizationId: idShape })
      .nullable()
      .describe("a partnership without an agreement, one's own first; null where there is none"),
  }),
  refusals: roleMayNot,
})

export const dismissSteps = endpoint("PUT", "/first-steps/dismissed", {
  summary: "Says which first steps one does not want to be told of any more. Replaces what was said before.",
  changes: ["first-steps"],
  input: { steps: z.array(step).max(firstSteps.length) },
  output: z.object({ dismissed: z.array(step) }),
  refusals: roleMayNot,
})

export const getFirstLook = endpoint("GET", "/first-look", {
  summary:
    "What can be said of one's own partnerships (of all, where one owns none): how far the judging is, how many stand how, and the first sentence of the one to begin with, or what is missing for one.",
  reads: ["drift", "partnerships"],
  output: z.object({
    judging: z.object({
      state: z
        .enum(["waiting", "running", "failed", "judged"])
        .describe("failed: the last scan did not come to its end, and is tried again"),
      done: count,
      total: count.describe("partnerships of the scan that runs, or that wait for the next one"),
    }),
    whose: z.enum(["mine", "all"]),
    partnerships: count,
    drifting: count,
    silent: count,
    notScored: count,
    foremost: z
      .object({
        partnershipId: idShape,
        partnershipName: z.string(),
        clauses: z.array(clauseShape),
        firstPartyName: z.string().nullable(),
      })
      .nullable(),
  }),
  refusals: roleMayNot,
})
