import { attentionList } from "#platform/attention"
import { endingsNear, noticesNear } from "./contract.ts"
import { deadlines } from "./store.ts"

/** Agreements whose notice day or last day is near. */
export const attention = [
  attentionList(noticesNear, async (tx, whose) => ({ items: await deadlines(tx, whose, "notice", 20), counts: {} }), {
    isForPartners: true,
  }),
  attentionList(endingsNear, async (tx, whose) => ({ items: await deadlines(tx, whose, "ending", 20), counts: {} }), {
    isForPartners: true,
  }),
]
