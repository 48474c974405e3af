import { isRefusal } from "#core/refusal"
import { action, nothing } from "#platform/action"
import { newId } from "#platform/ids"
import * as contract from "../contract.ts"
import { partnershipTagged } from "../events.ts"
import { mayEditPartnership, mayReadTags } from "../policy.ts"
import { decideTags } from "../rules.ts"
import * as store from "../store.ts"

export const tag = action(contract.tagPartnerships, {
  load: async (tx, { partnershipIds }) => {
    const ids = [...new Set(partnershipIds)].sort()
    const found = await store.lockPartnerships(tx, ids)
    return found.length === ids.length ? store.tagsOf(tx, ids).then((tags) => ({ ids, tags })) : undefined
  },
  may: mayEditPartnership,
  act: async ({ tx }, { ids, tags }, { add, remove }) => {
    const asked = { add: await store.asWritten(tx, add), remove }
    const items = []
    for (const id of ids) {
      const decided = decideTags(tags.get(id) ?? [], asked)
      if (isRefusal(decided)) return decided
      items.push({ id, tags: [...decided.tags], added: [...decided.added], removed: [...decided.removed] })
    }
    const changed = items.filter(({ added, removed }) => added.length + removed.length > 0)
    await store.saveTags(tx, changed, newId)
    await tx.recordBatch(
      partnershipTagged,
      changed.map(({ id, added, removed }) => ({ subjectId: id, partnershipId: id, payload: { added, removed } })),
    )
    return { items }
  },
})

export const listTags = action(contract.listTags, {
  load: nothing,
  may: mayReadTags,
  act: async ({ tx }) => ({ items: await store.listTags(tx) }),
})
