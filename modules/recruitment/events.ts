import { z } from "zod"
import { event } from "#platform/event"

/* Of none of these does a partner, or whoever becomes one, ever hear. What was answered stands in no event: whoever is still
   answering reads the ledger too. */
const host = { visibility: "host", changes: [] } as const
const profile = { ...host, subject: "ideal_profile" } as const
const candidate = { ...host, subject: "candidate" } as const

export const profileWritten = event("ideal_profile.written", { ...profile, payload: { name: z.string() } })
export const profilePublished = event("ideal_profile.published", {
  ...profile,
  payload: { name: z.string(), number: z.number() },
})
export const profileRetired = event("ideal_profile.retired", { ...profile, payload: { name: z.string() } })
export const profileRestored = event("ideal_profile.restored", { ...profile, payload: { name: z.string() } })

export const candidateAdded = event("candidate.added", {
  ...candidate,
  payload: { name: z.string(), profile: z.string(), sourceKind: z.string(), source: z.string().nullable() },
})
export const candidateChanged = event("candidate.changed", {
  ...candidate,
  payload: { name: z.string(), changed: z.array(z.string()) },
})
export const candidateMoved = event("candidate.moved", {
  ...candidate,
  payload: { name: z.string(), from: z.string(), to: z.string() },
})
export const candidateDecided = event("candidate.decided", {
  ...candidate,
  payload: { name: z.string(), outcome: z.string(), why: z.string() },
})
export const candidateReopened = event("candidate.reopened", {
  ...candidate,
  payload: { name: z.string(), from: z.string(), why: z.string() },
})
export const candidateConverted = event("candidate.converted", { ...candidate, payload: { name: z.string() } })

const conflict = {
  ...host,
  subject: "conflict_entry",
  payload: { name: z.string(), kind: z.string() },
} as const
export const conflictListed = event("conflict_entry.listed", conflict)
export const conflictUnlisted = event("conflict_entry.unlisted", conflict)

const assessment = {
  ...candidate,
  payload: { name: z.string(), assessor: z.string(), assessorId: z.string() },
} as const
export const assessorAsked = event("candidate.assessor_asked", assessment)
export const assessorTakenBack = event("candidate.assessor_taken_back", assessment)
export const answersSent = event("candidate.answers_sent", assessment)
export const assessorRecused = event("candidate.assessor_recused", assessment)

export const coverageTargetSet = event("coverage_target.set", {
  ...host,
  subject: "coverage_target",
  payload: { place: z.string(), entry: z.string(), was: z.number().nullable(), wanted: z.number().nullable() },
})

export const lessonWritten = event("partnership_lesson.written", {
  ...host,
  subject: "partnership_lesson",
  payload: { isTakenAway: z.boolean() },
})

const form = { ...host, subject: "application_form", payload: { name: z.string() } } as const
export const formWritten = event("application_form.written", form)
export const formOpened = event("application_form.opened", form)
export const formClosed = event("application_form.closed", form)

const application = { ...host, subject: "application", payload: { name: z.string(), form: z.string() } } as const
export const applicationReceived = event("application.received", {
  ...application,
  payload: { ...application.payload, suspicions: z.array(z.string()) },
})
export const applicationAccepted = event("application.accepted", application)
export const applicationDiscarded = event("application.discarded", {
  ...application,
  payload: { ...application.payload, why: z.string() },
})
export const applicantAsked = event("application.asked", {
  ...application,
  payload: { ...application.payload, asked: z.string() },
})
export const applicantAnswered = event("application.answered", application)

export const events = [
  ...[profileWritten, profilePublished, profileRetired, profileRestored],
  ...[candidateAdded, candidateChanged, candidateMoved, candidateDecided, candidateReopened, candidateConverted],
  ...[coverageTargetSet, lessonWritten, conflictListed, conflictUnlisted, formWritten, formOpened, formClosed],
  ...[applicationReceived, applicationAccepted, applicationDiscarded, applicantAsked, applicantAnswered],
  ...[assessorAsked, assessorTakenBack, answersSent, assessorRecused],
]
