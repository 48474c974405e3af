import { approvalFirst } from "#contract/approvals"
import { partyRefusals } from "#contract/partnerships"
import { beginsWithSigning, noticeSaidTwice, shareUneven } from "./lines.ts"

/** Where what was reviewed cannot hold: told by whoever puts it in force, and by whoever sends it to be signed. */

export const notInForce = {
  "not-in-force": { status: 409, title: "This agreement is not in force any more." },
} as const

export const ofValidFrom = {
  "valid-from-expected": {
    status: 422,
    title: "A change that was agreed holds from a day: name it. A correction of what was entered wrongly names none.",
  },
  "outside-term": { status: 422, title: "The day must lie inside the agreement's term." },
} as const

export const notAgreed = {
  "not-agreed": {
    status: 409,
    title:
      "Not every party has agreed to the latest version of the text yet. Wait for it, or add the PDF that was signed.",
  },
} as const

/** Why it can neither be put in force nor signed as everything is now. */
export const cannotHold = {
  ...approvalFirst,
  ...partyRefusals,
  ...notInForce,
  ...ofValidFrom,
  "nothing-amended": { status: 409, title: "This amendment changes nothing. Change something, or withdraw it." },
  "dates-out-of-order": {
    status: 422,
    title: "The dates do not fit together. Each line must lie inside the agreement's term.",
  },
  ...beginsWithSigning,
  ...shareUneven,
  "objective-needs-end": {
    status: 422,
    title: "An objective needs a last day. Give the agreement or the objective one.",
  },
  ...noticeSaidTwice,
  "first-day-corrected": {
    status: 422,
    title: "A change that was agreed does not move the first day. If that was entered wrongly, correct it instead.",
  },
  "text-amended-meanwhile": {
    status: 409,
    title:
      "Another change of the text was agreed and holds from a later day. Withdraw that one first, or let this one hold after it.",
  },
  "reading-expected": {
    status: 422,
    title: "A target was changed. Say whether the new figure is a rate from that day on, or the total in the end.",
  },
  "rebase-first": {
    status: 409,
    title:
      "The agreement has been changed since this was written. Take it back, bring it up to date and look at it again.",
  },
  "amended-meanwhile": {
    status: 409,
    title: "The agreement was changed meanwhile. Take the amendment back from review and look at it again.",
  },
} as const
