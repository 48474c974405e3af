import { z } from "zod"
import { partyFields } from "#contract/partnerships"
import { endpoint, idShape, instantShape, listOf, plainDateShape } from "#core/endpoint"
import { occurrenceStates } from "../rules.ts"
import { commitmentView, keptRate, occurrenceView, side } from "./shapes.ts"

export const getCommitment = endpoint("GET", "/commitments/:commitment", {
  summary: "One promise with its due instances, the newest of them, and how it was kept in the last half year.",
  reads: ["commitments"],
  params: { commitment: idShape },
  output: commitmentView.extend({
    today: plainDateShape,
    partnershipId: idShape,
    partnershipName: z.string(),
    hostOwner: z.string().nullable().describe("who looks after the partnership for the host; null when nobody does"),
    canBeAsked: z.boolean().describe("whether anybody of the party it is owed to has an account"),
    kept: keptRate.extend({ from: plainDateShape.describe("the first due day that counts") }),
    /** In order of their days, oldest first. */
    occurrences: z.array(occurrenceView),
    older: z.number().describe("due instances before the first of `occurrences`"),
  }),
})

export const listCommitmentHistory = endpoint("GET", "/commitments/:commitment/history", {
  summary: "Who did what with a promise and when, newest first.",
  reads: ["commitments"],
  params: { commitment: idShape },
  query: { limit: z.coerce.number().int().min(1).max(100).default(20), after: z.string().max(1_000).optional() },
  output: listOf(
    z.object({
      id: idShape,
      kind: z.string(),
      occurrence: idShape,
      occurredAt: instantShape,
      recordedAt: instantShape,
      ...partyFields,
      side,
      actor: z.object({
        kind: z.enum(["member", "partner-user", "system"]),
        name: z.string().nullable().describe("null where the reader may not know the person"),
      }),
      source: z.string(),
      dueOn: plainDateShape.nullable(),
      before: z.enum(occurrenceStates).nullable(),
      state: z.enum(occurrenceStates).nullable(),
      reason: z.string().nullable(),
    }),
  ),
})
