import { z } from "zod"
import { event } from "#platform/event"
import { proposalKinds } from "./rules.ts"

/** Both sides read the same register, and every turn of a promise is a fact behind the signals. */
const occurrence = { subject: "occurrence", visibility: "shared", marksStale: true } as const
const promise = { title: z.string(), owedBy: z.string(), dueOn: z.string(), commitmentId: z.string() }

const acted = (what: string) =>
  event(`commitment.${what}`, {
    ...occurrence,
    payload: {
      ...promise,
      state: z.string(),
      closedOn: z.string().nullable(),
      before: z.string(),
      wasDueOn: z.string().optional(),
      reason: z.string().optional(),
    },
  })

export const reported = acted("reported")
export const kept = acted("kept")
export const keptLate = acted("kept_late")
export const confirmed = acted("confirmed")
export const waived = acted("waived")
export const reAgreed = acted("re_agreed")
export const disputed = acted("disputed")
export const reportUndone = acted("report_undone")

/** Any other act that was taken back. */
export const actUndone = acted("act_undone")
/** A change that only its own party says was agreed, with somebody who cannot be asked. */
export const recordedAlone = acted("recorded_alone")

const asked = (what: string) =>
  event(`commitment.${what}`, {
    ...{ ...occurrence, marksStale: false },
    payload: {
      ...promise,
      kind: z.enum(proposalKinds),
      newDueOn: z.string().optional(),
      reason: z.string().optional(),
    },
  })

/** One party asks the other to agree to a new day or a waiver: nothing changes yet. */
export const proposed = asked("change_proposed")
export const proposalRefused = asked("change_refused")
export const proposalWithdrawn = asked("change_withdrawn")

/** By the calendar alone. That a window opened changes nothing yet. */
export const becameDue = event("commitment.became_due", { ...occurrence, marksStale: false, payload: promise })
export const missed = event("commitment.missed", { ...occurrence, payload: promise })

/** The register turned to a new day: one for each batch of the above, recorded in the same moment, for those who listen. */
export const commitmentsTurned = event("commitments.turned", {
  subject: "workspace",
  visibility: "host",
  payload: { what: z.enum(["became_due", "missed"]), count: z.number() },
})

export const events = [
  reported,
  kept,
  keptLate,
  confirmed,
  waived,
  reAgreed,
  disputed,
  reportUndone,
  actUndone,
  recordedAlone,
  proposed,
  proposalRefused,
  proposalWithdrawn,
  becameDue,
  missed,
  commitmentsTurned,
]
