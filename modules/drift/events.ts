import { z } from "zod"
import { event } from "#platform/event"

/** The host's own judgement of a partnership. */
const driftCase = { subject: "drift_case", visibility: "host" } as const

/** What a finding says of a case, with the evidence it rests on; a person who closes one says less. */
const finding = {
  caseId: z.string(),
  onset: z.unknown(),
  changedSince: z.unknown(),
  detectedOn: z.string(),
  probability: z.number(),
  firstSide: z.unknown(),
  signals: z.array(z.unknown()),
  causes: z.array(z.unknown()),
  reason: z.unknown(),
}

const found = (what: string) => event(`drift.case_${what}`, { ...driftCase, payload: finding })

/** Closed for good: what the next scan says of the partnership changes with it. */
const closed = (what: string) =>
  event(`drift.case_${what}`, {
    ...driftCase,
    marksStale: true,
    payload: { ...z.object(finding).partial().shape, caseId: z.string(), cause: z.string().nullish() },
  })

export const caseOpened = found("opened")
export const caseUpdated = found("updated")
export const caseRecovered = found("recovered")
export const caseAccepted = closed("accepted")
export const caseDismissed = closed("dismissed")
/** By a person, or because the partnership is over or its facts were withdrawn. */
export const caseEnded = closed("ended")
export const causeConfirmed = event("drift.cause_confirmed", {
  ...driftCase,
  payload: { caseId: z.string(), cause: z.string(), said: z.string().nullable() },
})

export const events = [caseOpened, caseUpdated, caseRecovered, caseAccepted, caseDismissed, caseEnded, causeConfirmed]
