import { counted } from "#core/attention"
import { attentionList } from "#platform/attention"
import { visitsNear } from "./contract.ts"
import * as store from "./store.ts"

export const attention = [
  attentionList(visitsNear, async (tx, asked) => {
    const { items, found } = await store.visitsNear(tx, asked)
    return { items, counts: { near: counted(found) } }
  }),
]
