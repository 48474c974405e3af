import { expect, test } from "vitest"
import { startTestKeelson } from "#test/keelson"
import { deleteSavedView, editSavedView, listPinnedViews, listSavedViews, pinView, saveView } from "./contract.ts"

const keelson = await startTestKeelson()
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")
const viewer = await workspace.as("viewer")
const admin = await workspace.as("admin")
const place = "portfolio"

test("saved views: one's own and shared ones; only who saved one deletes it", async () => {
  const save = (name: string, isShared: boolean) =>
    manager.call(saveView, { place: "portfolio", name, search: { type: "msp" }, isShared })
  const own = (await save("Own", false)).body
  const shared = (await save("Shared", true)).body
  const { body } = await viewer.call(listSavedViews, { place: "portfolio" })
  expect(body.items).toMatchObject([{ name: "Shared", isOwn: false, search: { type: "msp" } }])
  expect((await viewer.call(deleteSavedView, { view: shared.id })).status).toBe(403)
  expect((await viewer.call(deleteSavedView, { view: own.id })).status).toBe(404)
  expect((await manager.call(deleteSavedView, { view: own.id })).status).toBe(200)
})

test("a view keeps all that an address says: words, figures, and the names of folded groups, one of them nameless", async () => {
  const search = { group: "tier", except: ["Gold", ""], valueFrom: 1000, isOpen: true, sort: "-value" }
  const { id } = (await manager.call(saveView, { place, name: "Folded", search })).body
  const { body } = await manager.call(listSavedViews, { place })
  expect(body.items.find((each) => each.id === id)?.search).toEqual(search)
  const many = Object.fromEntries(Array.from({ length: 61 }, (_, at) => [`filter${at}`, "x"]))
  expect((await manager.call(saveView, { place, name: "Too much", search: many })).status).toBe(422)
})

test("a view is renamed, shared later, replaced, and taken from the others again; where it is pinned it follows", async () => {
  const own = (await manager.call(saveView, { place, name: "Mine", search: { type: "msp" }, isPinned: true })).body
  const said = { view: own.id, name: "Ours", search: { type: "isv", except: ["a"] }, isShared: true }
  const edited = await manager.call(editSavedView, said, { ifMatch: own.version })
  expect(edited.body).toMatchObject({ name: "Ours", search: said.search, isShared: true, isOwn: true, isPinned: true })
  const seen = async () => (await viewer.call(listSavedViews, { place })).body.items.find(({ id }) => id === own.id)
  expect(await seen()).toMatchObject({ name: "Ours", isOwn: false, abilities: { change: "not-your-view" } })
  await viewer.call(pinView, { view: own.id })
  const ofViewer = async () => (await viewer.call(listPinnedViews, {})).body.items.map(({ name }) => name)
  expect(await ofViewer()).toEqual(["Ours"])

  // Of two windows that change it, one is told; whoever did not save it changes nothing.
  expect((await manager.call(editSavedView, said, { ifMatch: own.version })).status).toBe(412)
  expect((await viewer.call(editSavedView, said, { ifMatch: edited.body.version })).status).toBe(403)

  // It must not outlast its owner among the others: administrators change it, but do not take it for nobody.
  const renamed = await admin.call(editSavedView, { ...said, name: "All of ours" }, { ifMatch: edited.body.version })
  expect(renamed).toMatchObject({
    status: 200,
    body: { name: "All of ours", isOwn: false, abilities: { change: true } },
  })
  const hidden = { ...said, isShared: false }
  const refused = await admin.call(editSavedView, hidden, { ifMatch: renamed.body.version })
  expect(refused).toMatchObject({ status: 403, body: { code: "not-your-view" } })
  expect(await ofViewer()).toEqual(["All of ours"])

  await manager.call(editSavedView, hidden, { ifMatch: renamed.body.version })
  expect(await seen()).toBeUndefined()
  expect(await ofViewer()).toEqual([])
  expect((await admin.call(deleteSavedView, { view: own.id })).status, "not the administrators' either").toBe(404)
  expect((await manager.call(listPinnedViews, {})).body.items).toMatchObject([{ name: "Ours" }])
})

test("a shared view of somebody who is gone is deleted by an administrator; of another workspace nobody reaches it", async () => {
  const shared = (await viewer.call(saveView, { place, name: "Left behind", search: {}, isShared: true })).body
  const said = { view: shared.id, name: "Taken", search: {}, isShared: true }
  const other = await (await keelson.workspace("Elsewhere")).as("owner")
  expect((await other.call(editSavedView, said, { ifMatch: shared.version })).status).toBe(404)
  expect((await other.call(deleteSavedView, { view: shared.id })).status).toBe(404)
  expect((await manager.call(deleteSavedView, { view: shared.id })).status).toBe(403)
  expect((await admin.call(deleteSavedView, { view: shared.id })).status).toBe(200)
})
