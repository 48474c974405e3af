import { abilityOf } from "#core/ability"
import type { WorkspaceActor } from "#core/actor"
import { isRefusal, refuse } from "#core/refusal"
import { action, nothing } from "#platform/action"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "./contract.ts"
import { mayChangeView, maySaveViews } from "./policy.ts"
import { decideChange, decideOrder, decidePin, mostViews } from "./rules.ts"
import * as store from "./store.ts"

const userOf = (actor: WorkspaceActor): string => actor.userId ?? ""

const viewFor = (
  actor: WorkspaceActor,
  { userId, search, ...row }: store.ViewRow,
  isPinned: boolean,
): contract.SavedView => ({
  ...row,
  search: search as Record<string, unknown>,
  isOwn: userId === userOf(actor),
  isPinned,
  abilities: { change: abilityOf(mayChangeView(actor, { userId, isShared: row.isShared })) },
})

const listViews = action(contract.listSavedViews, {
  load: nothing,
  may: maySaveViews,
  act: async ({ tx, actor }, _nothing, { place }) => {
    const pinned = new Set(await store.pinnedIds(tx, userOf(actor)))
    const rows = await store.listViews(tx, userOf(actor), place)
    return { items: rows.map((row) => viewFor(actor, row, pinned.has(row.id))) }
  },
})

const saveView = action(contract.saveView, {
  load: nothing,
  may: maySaveViews,
  act: async ({ tx, actor }, _nothing, { isPinned, ...view }) => {
    const known = await store.listViews(tx, userOf(actor), view.place)
    if (known.length >= mostViews) return refuse("too-many-views")
    const id = newId()
    const pins = isPinned ? decidePin(await pinsOf(tx), id) : []
    if (isRefusal(pins)) return pins
    const saved = await store.insertView(tx, { id, userId: userOf(actor), ...view })
    if (isPinned) await store.insertPin(tx, userOf(actor), id)
    return viewFor(actor, saved, isPinned)
  },
})

const editView = action<typeof contract.editSavedView, store.ViewRow>(contract.editSavedView, {
  load: (tx, { view }) => store.lockView(tx, userOf(tx.actor), view),
  may: mayChangeView,
  act: async ({ tx, actor }, view, { name, search, isShared }) => {
    const wanted = decideChange(view, userOf(actor), { name, search, isShared })
    if (isRefusal(wanted)) return wanted
    const saved = await store.saveView(tx, view.id, wanted)
    return viewFor(actor, saved, (await store.pinnedIds(tx, userOf(actor))).includes(view.id))
  },
})

const dropView = action(contract.deleteSavedView, {
  load: (tx, { view }) => store.lockView(tx, userOf(tx.actor), view),
  may: mayChangeView,
  act: async ({ tx }, { id }) => {
    await store.deleteView(tx, id)
    return { id }
  },
})

/** What the person has in their navigation: a pin of what they do not see any more counts for nothing. */
const pinsOf = async (tx: WorkspaceTx) => (await store.pinnedViews(tx, userOf(tx.actor))).map(({ id }) => id)

const listPins = action(contract.listPinnedViews, {
  load: nothing,
  may: maySaveViews,
  act: async ({ tx, actor }) => ({
    items: (await store.pinnedViews(tx, userOf(actor))).map((row) => viewFor(actor, row, true)),
  }),
})

const pin = action(contract.pinView, {
  load: (tx, { view }) => store.lockView(tx, userOf(tx.actor), view),
  may: maySaveViews,
  act: async ({ tx, actor }, { id }) => {
    const pins = decidePin(await pinsOf(tx), id)
    if (isRefusal(pins)) return pins
    await store.insertPin(tx, userOf(actor), id)
    return { id }
  },
})

const unpin = action(contract.unpinView, {
  load: (tx, { view }) => store.lockView(tx, userOf(tx.actor), view),
  may: maySaveViews,
  act: async ({ tx, actor }, { id }) => {
    await store.deletePin(tx, userOf(actor), id)
    return { id }
  },
})

const order = action(contract.orderPinnedViews, {
  load: nothing,
  may: maySaveViews,
  act: async ({ tx, actor }, _nothing, { views }) => {
    const ordered = decideOrder(await pinsOf(tx), views)
    await store.orderPins(tx, userOf(actor), ordered)
    return { views: [...ordered] }
  },
})

export const actions = [listViews, saveView, editView, dropView, listPins, pin, unpin, order]
