import { z } from "zod"
import { event } from "#platform/event"

const partnership = { subject: "partnership" } as const
const row = z.record(z.string(), z.unknown())

export const partnershipRecorded = event("partnership.recorded", {
  ...partnership,
  visibility: "shared",
  payload: { name: z.string(), type: z.string(), stage: z.string().optional() },
})
/** The type decides which signals count, the currency in what they are counted. */
export const partnershipChanged = event("partnership.changed", {
  ...partnership,
  visibility: "host",
  marksStale: true,
  payload: { before: row, after: row },
})
/** What halted or ended is no longer looked at, and what came back is again. */
export const partnershipMoved = event("partnership.moved", {
  ...partnership,
  visibility: "stated",
  marksStale: true,
  isTurningPoint: true,
  payload: { from: z.string(), to: z.string(), reason: z.string().optional() },
})

/** Words of the host's people, shown in the line of the portfolio. */
export const partnershipTagged = event("partnership.tagged", {
  ...partnership,
  visibility: "host",
  changes: ["partnership_tag"],
  payload: { added: z.array(z.string()), removed: z.array(z.string()) },
})

/** Who takes part decides whose promises and roles are counted. */
const party = { subject: "organization", visibility: "shared", marksStale: true } as const

/** Which company it is, is asked at reading, where one that has left is nobody to the others: the name here would say it for ever. */
export const partyJoined = event("party.joined", {
  ...party,
  payload: { name: z.string(), joinedOn: z.string() },
  audiences: { name: "host" },
})
export const partyLeft = event("party.left", { ...party, isTurningPoint: true, payload: { leftOn: z.string() } })

/** The words stay in the note: the ledger is for ever, and a private note is nobody else's. */
export const noteWritten = event("note.written", { subject: "note", visibility: "stated", payload: {} })

export const events = [
  partnershipRecorded,
  partnershipChanged,
  partnershipMoved,
  partnershipTagged,
  partyJoined,
  partyLeft,
  noteWritten,
]
