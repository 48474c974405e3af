import { counted, countedUpTo } from "#core/attention"
import { attentionList } from "#platform/attention"
import { diligenceWaiting } from "./contract.ts"
import * as store from "./store.ts"

export const attention = [
  attentionList(diligenceWaiting, async (tx, asked) => {
    const { rows, found } = await store.waitingItems(tx, asked)
    return { items: rows, counts: { waiting: counted(Math.min(found, countedUpTo)) } }
  }),
]
