import type { WorkspaceActor } from "#core/actor"
import { refuse } from "#core/refusal"
import { action, nothing } from "#platform/action"
import { newId } from "#platform/ids"
import * as contract from "./contract.ts"
import { mayDropView, maySaveViews } from "./policy.ts"
import * as store from "./store.ts"

const userOf = (actor: WorkspaceActor): string => actor.userId ?? ""

const viewFor = (actor: WorkspaceActor, { userId, search, ...row }: store.ViewRow): contract.SavedView => ({
  ...row,
  search: search as Record<string, unknown>,
  isOwn: userId === userOf(actor),
})

const listViews = action(contract.listSavedViews, {
  load: nothing,
  may: maySaveViews,
  act: async ({ tx, actor }, _nothing, { place }) => ({
    items: (await store.listViews(tx, userOf(actor), place)).map((row) => viewFor(actor, row)),
  }),
})

const saveView = action(contract.saveView, {
  load: nothing,
  may: maySaveViews,
  act: async ({ tx, actor }, _nothing, view) => {
    const known = await store.listViews(tx, userOf(actor), view.place)
    if (known.length >= store.mostViews) return refuse("too-many-views")
    return viewFor(actor, await store.insertView(tx, { id: newId(), userId: userOf(actor), ...view }))
  },
})

const dropView = action(contract.deleteSavedView, {
  load: (tx, { view }) => store.lockView(tx, userOf(tx.actor), view),
  may: mayDropView,
  act: async ({ tx }, { id }) => {
    await store.deleteView(tx, id)
    return { id }
  },
})

export const actions = [listViews, saveView, dropView]
