import { counted } from "#core/attention"
import { type Asked, attentionList } from "#platform/attention"
import type { WorkspaceTx } from "#platform/tx"
import { endingsNear, noticesNear } from "./contract.ts"
import { deadlines } from "./store.ts"

const near = (which: "notice" | "ending") => async (tx: WorkspaceTx, asked: Asked) => {
  const { rows, found } = await deadlines(tx, asked, which)
  return { items: rows, counts: { near: counted(found) } }
}

/** Agreements whose notice day or last day is near. */
export const attention = [
  attentionList(noticesNear, near("notice"), { isForPartners: true }),
  attentionList(endingsNear, near("ending"), { isForPartners: true }),
]
