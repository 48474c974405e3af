import { z } from "zod"
import { abilityShape, endpoint, idShape, instantShape, plainDateShape, textShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { appealStates } from "../rules.ts"

export const appealView = z.object({
  id: idShape,
  tier: z.string().describe("the tier that it is about, as it was called"),
  words: z.string(),
  by: z.string().describe("who appealed, by name"),
  appealedAt: instantShape,
  state: z
    .enum(appealStates)
    .describe("settled: what it asked for has come by itself, or the partnership has left the program"),
  answer: z.string().nullable().describe("why it was refused"),
  closedAt: instantShape.nullable(),
  keptUntil: plainDateShape.nullable().describe("the last day on which the tier is kept that was given back"),
  isAsked: z
    .boolean()
    .nullable()
    .describe("for the host, of one that is open: somebody is asked to decide it; false where nobody else could"),
  abilities: z.object({ withdraw: abilityShape }),
})
export type AppealView = z.input<typeof appealView>

const theirs = {
  "partner-appeals": { status: 403, title: "The partner appeals, and takes it back, in its portal." },
} as const

export const appealTier = endpoint("POST", "/enrolments/:enrolment/appeals", {
  makes: true,
  summary:
    "Appeals against the notice or the loss of a tier. Somebody else of the host than who decided that decides on it.",
  changes: ["programs", "approvals"],
  params: { enrolment: idShape },
  input: { words: textShape(2_000).describe("why; both sides read it") },
  output: appealView,
  refusals: {
    ...roleMayNot,
    ...theirs,
    "nothing-to-appeal": {
      status: 409,
      title: "There is no notice or loss of a tier to appeal against, or its time is over.",
    },
    "appealed-already": { status: 409, title: "This was appealed against already, and is appealed against once." },
  },
})

export const withdrawAppeal = endpoint("POST", "/tier-appeals/:appeal/withdrawal", {
  summary: "Takes back an appeal that is not decided yet. What it was against stands.",
  changes: ["programs", "approvals"],
  params: { appeal: idShape },
  output: appealView,
  refusals: {
    ...roleMayNot,
    ...theirs,
    "appeal-closed": { status: 409, title: "This appeal is over. Look at how it was decided." },
  },
})
