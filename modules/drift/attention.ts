import { counted } from "#core/attention"
import { attentionList } from "#platform/attention"
import { openDrift } from "./contract.ts"
import { countOpenCases, waitingCases } from "./store.ts"

export const attention = [
  attentionList(openDrift, async (tx, whose) => {
    const [items, open] = await Promise.all([waitingCases(tx, whose, 20), countOpenCases(tx, whose)])
    return { items, counts: { open: counted(open) } }
  }),
]
