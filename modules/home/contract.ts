import { z } from "zod"
import { abilityShape, endpoint, idShape, plainDateShape } from "#core/endpoint"
import { evidenceNeeds, occurrenceStates } from "#rules/commitments"

const partnership = { partnershipId: idShape, partnershipName: z.string() }

/** A promise that waits for an act, with what it takes to act on it in place. */
const promise = z.object({
  id: idShape,
  ...partnership,
  title: z.string(),
  owedBy: z.enum(["host", "partner"]),
  dueOn: plainDateShape,
  state: z.enum(occurrenceStates),
  isOverdue: z.boolean(),
  awaitsConfirmation: z.boolean(),
  evidenceNeeded: z.enum(evidenceNeeds),
  abilities: z.object({
    report: abilityShape,
    confirm: abilityShape,
    waive: abilityShape,
    reDate: abilityShape,
    dispute: abilityShape,
    undo: abilityShape,
  }),
})
export type HomePromise = z.input<typeof promise>

const driftCase = z.object({
  id: idShape,
  ...partnership,
  onsetOn: plainDateShape,
  onsetLow: plainDateShape,
  onsetHigh: plainDateShape,
  firstSide: z.enum(["host", "partner", "both", "undetermined"]),
  cause: z.string().nullable(),
})

const deadline = z.object({
  agreementId: idShape,
  ...partnership,
  title: z.string(),
  endsOn: plainDateShape,
  noticeOn: plainDateShape.nullable(),
  autoRenews: z.boolean(),
})

/** Counted up to a thousand, so that the page costs the same in a large portfolio; `isMore` says that there are more. */
const counted = z.object({ count: z.number(), isMore: z.boolean() })

export const getHome = endpoint("GET", "/home", {
  summary:
    "What needs a look today: promises overdue and due on both sides, drift, notice windows and agreements that end.",
  reads: ["agreements", "commitments", "drift", "notifications", "partnerships"],
  query: { whose: z.enum(["mine", "all"]).default("mine").describe("mine: of the partnerships one owns") },
  output: z.object({
    today: plainDateShape,
    counts: z.object({
      partnerships: counted,
      overdueOurs: counted,
      dueOurs: counted,
      overdueTheirs: counted,
      dueTheirs: counted,
      drifting: counted,
      unread: z.number(),
    }),
    ours: z.array(promise),
    theirs: z.array(promise),
    drift: z.array(driftCase),
    notices: z.array(deadline),
    endings: z.array(deadline),
  }),
  refusals: { "hosts-only": { status: 403, title: "This page belongs to the company that runs the workspace." } },
})
