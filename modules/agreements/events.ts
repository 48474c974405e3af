import { z } from "zod"
import { event } from "#platform/event"

/** What was agreed is what the signals are measured against, so every change of it is looked at again. */
const agreement = { subject: "agreement", visibility: "shared", marksStale: true } as const
const terms = z.record(z.string(), z.unknown())

export const agreementEntered = event("agreement.entered", {
  ...agreement,
  payload: {
    title: z.string(),
    startsOn: z.string(),
    endsOn: z.string().nullish(),
    noticeDays: z.number().nullish(),
    objectives: z.number(),
    commitments: z.number(),
  },
})
export const agreementChanged = event("agreement.changed", {
  ...agreement,
  isTurningPoint: true,
  payload: { before: terms, after: terms },
})
export const agreementTerminated = event("agreement.terminated", {
  ...agreement,
  isTurningPoint: true,
  payload: { title: z.string(), endsOn: z.string(), before: z.string().nullable(), reason: z.string() },
})
export const signedFileNamed = event("agreement.signed_file_named", {
  ...agreement,
  marksStale: false,
  payload: { title: z.string(), fileName: z.string(), hash: z.string(), signedOn: z.string().nullable() },
})
export const agreementExpired = event("agreement.expired", {
  ...agreement,
  payload: { title: z.string(), endsOn: z.string().nullable() },
})

export const events = [agreementEntered, agreementChanged, agreementTerminated, signedFileNamed, agreementExpired]
