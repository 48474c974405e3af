/** Where what was reviewed cannot hold: told by whoever puts it in force, and by whoever sends it to be signed. */

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

/** Why an amendment cannot be put in force, nor signed, as the agreement is now. */
export const amendmentOutdated = {
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
