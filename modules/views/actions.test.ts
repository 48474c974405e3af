import { expect, test } from "vitest"
import { startTestKeelson } from "#test/keelson"
import { deleteSavedView, listSavedViews, saveView } from "./contract.ts"

const keelson = await startTestKeelson()
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")
const viewer = await workspace.as("viewer")

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
