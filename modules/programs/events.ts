import { z } from "zod"
import { event } from "#platform/event"

/* How a program is written is the host's; how a partnership stands in it, both sides know. Figures of the portfolio hang on none of it. */
const program = { subject: "program", visibility: "host", changes: [] } as const

export const programWritten = event("program.written", { ...program, payload: { name: z.string() } })
export const programPublished = event("program.published", {
  ...program,
  payload: { name: z.string(), number: z.number(), holdsFrom: z.string() },
})

/** Why, is the host's own. */
export const programRetired = event("program.retired", {
  ...program,
  payload: { name: z.string(), reason: z.string() },
})

const enrolment = { subject: "enrolment", visibility: "shared", changes: [] } as const
const tier = z.string().nullable()

export const enrolled = event("enrolment.made", { ...enrolment, payload: { program: z.string(), tier } })
export const enrolmentEnded = event("enrolment.ended", { ...enrolment, payload: { program: z.string(), tier } })
/** The program itself has ended: both sides know, and nobody lost a tier by what they did. */
export const enrolmentRetired = event("enrolment.retired", { ...enrolment, payload: { program: z.string(), tier } })
export const checkedByHand = event("enrolment.checked", {
  ...enrolment,
  payload: { program: z.string(), what: z.string(), isMet: z.boolean() },
})
export const tierReached = event("enrolment.rose", {
  ...enrolment,
  payload: { program: z.string(), from: tier, to: tier },
})
export const graceBegan = event("enrolment.grace_began", {
  ...enrolment,
  payload: { program: z.string(), tier, until: z.string() },
})
export const tierKept = event("enrolment.recovered", { ...enrolment, payload: { program: z.string(), tier } })
const lost = { ...enrolment, isTurningPoint: true, payload: { program: z.string(), from: tier, to: tier } } as const
/** By the partner's own figures, when its grace was over: on record near an onset, and no act of the host's. */
export const tierLost = event("enrolment.fell", lost)
/** Other terms took the tier from who met those of before. Its name says so, by which drift knows it for an act of the host's. */
export const demotedByRuleChange = event("enrolment.demoted_by_rule_change", { ...lost, marksStale: true })

const appeal = { subject: "tier_appeal", visibility: "shared", changes: [] } as const
const appealed = { program: z.string(), tier: z.string() }
export const appealMade = event("tier_appeal.made", { ...appeal, payload: appealed })
export const appealWithdrawn = event("tier_appeal.withdrawn", { ...appeal, payload: appealed })
/** The tier is given back from this day on, and kept through the day that is named. */
export const appealUpheld = event("tier_appeal.upheld", { ...appeal, payload: { ...appealed, keptUntil: z.string() } })
export const appealRefused = event("tier_appeal.refused", { ...appeal, payload: appealed })
/** What it asked for has come by itself, or the program is over for the partner. */
export const appealSettled = event("tier_appeal.settled", { ...appeal, payload: appealed })

const certificate = { subject: "certificate", visibility: "host", changes: [] } as const
export const certificateRecorded = event("certificate.recorded", {
  ...certificate,
  payload: { kind: z.string(), issuedOn: z.string(), validUntil: z.string().nullable() },
})
export const certificateTakenBack = event("certificate.taken_back", {
  ...certificate,
  payload: { kind: z.string(), issuedOn: z.string() },
})

export const events = [
  ...[programWritten, programPublished, programRetired, enrolled, enrolmentEnded, enrolmentRetired, checkedByHand],
  ...[tierReached, graceBegan, tierKept, tierLost, demotedByRuleChange],
  ...[appealMade, appealWithdrawn, appealUpheld, appealRefused, appealSettled],
  ...[certificateRecorded, certificateTakenBack],
]
