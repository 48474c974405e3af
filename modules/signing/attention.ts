import { counted } from "#core/attention"
import { attentionList } from "#platform/attention"
import { signaturesWaiting } from "./contract.ts"
import { waitingFor } from "./store.ts"

/** What waits for one's own signature, the longest first, whoever looks after the partnership. A partner's people have it in their inbox. */
export const attention = [
  attentionList(signaturesWaiting, async (tx, asked) => {
    const all = await waitingFor(tx, asked)
    return { items: all.slice(0, asked.most), counts: { waiting: counted(all.length) } }
  }),
]
