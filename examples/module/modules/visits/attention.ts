import { counted } from "#core/attention"
import { attentionList } from "#platform/attention"
import { visitsNear } from "./contract.ts"
import * as store from "./store.ts"

export const attention = [
  attentionList(visitsNear, async (tx) => {
    const items = await store.visitsNear(tx, 20)
    return { items, counts: { near: counted(items.length) } }
  }),
]
