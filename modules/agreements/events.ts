import { z } from "zod"
import { exportFields } from "#modules/documents"
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
    noticeWeeks: z.number().optional(),
    noticeMonths: z.number().optional(),
    noticeTo: z.string().optional(),
    noticeCounts: z.string().optional(),
    noticeOpensMonths: z.number().optional(),
    renewalMonths: z.number().optional(),
    timeZone: z.string().optional(),
    objectives: z.number(),
    commitments: z.number(),
    signing: z.string().optional(),
    signedOn: z.string().nullish(),
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
/** It goes on for another term: true from when nobody could end it any more, whenever that is written down. */
export const agreementRenewed = event("agreement.renewed", {
  ...agreement,
  payload: { title: z.string(), before: z.string(), startsOn: z.string(), endsOn: z.string() },
})
export const noticeGiven = event("agreement.notice_given", {
  ...agreement,
  isTurningPoint: true,
  payload: {
    title: z.string(),
    noticeId: z.string(),
    givenOn: z.string(),
    receivedOn: z.string(),
    countsOn: z.string(),
    endsOn: z.string(),
    before: z.string().nullable(),
  },
})
export const noticeWithdrawn = event("agreement.notice_withdrawn", {
  ...agreement,
  isTurningPoint: true,
  payload: {
    title: z.string(),
    noticeId: z.string(),
    endsOn: z.string(),
    again: z.string().nullable(),
    reason: z.string(),
  },
})
export const agreementExpired = event("agreement.expired", {
  ...agreement,
  payload: { title: z.string(), endsOn: z.string().nullable() },
})

/** What an amendment made of it, and since when that holds. */
export const agreementAmended = event("agreement.amended", {
  ...agreement,
  isTurningPoint: true,
  payload: {
    title: z.string(),
    kind: z.string(),
    reason: z.string().nullable(),
    validFrom: z.string().nullable(),
    signedOn: z.string().nullable(),
    before: terms,
    after: terms,
    objectives: z.number(),
    commitments: z.number(),
    /** Both parties wanted what was answered before it was signed to be measured by it. */
    isBackwards: z.boolean().optional(),
  },
})
export const amendmentAgreed = event("agreement.amendment_agreed", {
  ...agreement,
  marksStale: false,
  payload: { title: z.string(), validFrom: z.string().nullable(), signedOn: z.string().nullable() },
})
export const signersNamed = event("agreement.signers_named", {
  ...agreement,
  marksStale: false,
  payload: { title: z.string(), signing: z.string(), signedOn: z.string().nullable() },
})

/** A draft is the host's own until it is sent to review, and what becomes of it before then is too. */
const draft = { subject: "agreement_draft", visibility: "stated" } as const
const drafted = { title: z.string(), kind: z.string() }
export const draftWritten = event("agreement_draft.written", { ...draft, payload: drafted })
export const draftChanged = event("agreement_draft.changed", { ...draft, payload: drafted })
export const draftReviewed = event("agreement_draft.sent_to_review", { ...draft, payload: drafted })
export const draftTakenBack = event("agreement_draft.taken_back", { ...draft, payload: drafted })
export const draftWithdrawn = event("agreement_draft.withdrawn", {
  ...draft,
  payload: { ...drafted, reason: z.string().optional() },
})

export const textWritten = event("agreement_draft.text_written", {
  ...draft,
  payload: { ...drafted, clauses: z.number() },
})
/** What lies before both sides. */
const version = { ...drafted, number: z.number(), hash: z.string() }
export const versionMade = event("agreement_draft.version_made", { ...draft, payload: version })
export const versionAgreed = event("agreement_draft.version_agreed", { ...draft, payload: version })

/** That it was taken away as a file is the business of the side that did. */
const exported = { visibility: "stated", concernsSecurity: true, payload: exportFields } as const
export const agreementExported = event("agreement.exported", { subject: "agreement", ...exported })
export const draftExported = event("agreement_draft.exported", { subject: "agreement_draft", ...exported })

export const events = [
  agreementEntered,
  agreementChanged,
  agreementTerminated,
  signedFileNamed,
  agreementExpired,
  agreementRenewed,
  noticeGiven,
  noticeWithdrawn,
  agreementAmended,
  amendmentAgreed,
  signersNamed,
  draftWritten,
  draftChanged,
  draftReviewed,
  draftTakenBack,
  draftWithdrawn,
  textWritten,
  versionMade,
  versionAgreed,
  agreementExported,
  draftExported,
]
