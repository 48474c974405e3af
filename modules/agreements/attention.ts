import { attention } from "#platform/attention"
import { endingsNear, noticesNear } from "./contract.ts"
import { deadlines } from "./store.ts"

/** Agreements whose notice day or last day is near. */
export const attentions = [
  attention(noticesNear, async (tx, whose) => ({ items: await deadlines(tx, whose, "notice", 20), counts: {} })),
  attention(endingsNear, async (tx, whose) => ({ items: await deadlines(tx, whose, "ending", 20), counts: {} })),
]
