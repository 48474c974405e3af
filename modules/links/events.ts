import { z } from "zod"
import { event } from "#platform/event"

const link = { subject: "link" } as const

/** By whose mailbox something was done: for the party that did it, because it names an address. What was done has its own event. */
export const linkPressed = event("link.pressed", {
  ...link,
  visibility: "stated",
  audiences: { mailedTo: "party" },
  payload: { act: z.string(), press: z.string(), mailedTo: z.string(), about: z.string() },
})
export const linkRevoked = event("link.revoked", {
  ...link,
  visibility: "host",
  payload: { act: z.string(), mailedTo: z.string() },
})
/** A wrong code was typed too often: somebody else may have the mail. */
export const linkLocked = event("link.locked", {
  ...link,
  concernsSecurity: true,
  visibility: "host",
  payload: { act: z.string(), mailedTo: z.string() },
})

export const events = [linkPressed, linkRevoked, linkLocked]
