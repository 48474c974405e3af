import { expect, test } from "vitest"
import { type Caller, startTestKeelson } from "#test/keelson"
import { runAsOwner } from "#test/owner-connection"
import {
  deleteSavedView,
  listPinnedViews,
  listSavedViews,
  orderPinnedViews,
  pinView,
  saveView,
  unpinView,
} from "./contract.ts"
import { mostPins } from "./rules.ts"

const keelson = await startTestKeelson()
const workspace = await keelson.workspace("Pins")
const manager = await workspace.as("partner_manager")
const viewer = await workspace.as("viewer")

const saved = async (
  caller: Caller,
  name: string,
  more: { isShared?: boolean; isPinned?: boolean; place?: string } = {},
) => (await caller.call(saveView, { place: "portfolio", name, search: { type: "msp" }, ...more })).body
const names = async (caller: Caller) => (await caller.call(listPinnedViews, {})).body.items.map(({ name }) => name)

test("one's own views and shared ones are pinned, each person in their own order, of all pages", async () => {
  const own = await saved(manager, "Own", { isPinned: true })
  const shared = await saved(manager, "Shared", { isShared: true })
  const companies = await saved(manager, "Companies", { place: "organizations" })
  expect(own.isPinned).toBe(true)
  for (const { id } of [companies, shared, own]) await manager.call(pinView, { view: id })
  expect(await names(manager)).toEqual(["Own", "Companies", "Shared"])
  await viewer.call(pinView, { view: shared.id })
  expect((await viewer.call(listPinnedViews, {})).body.items).toMatchObject([
    { name: "Shared", place: "portfolio", search: { type: "msp" }, isOwn: false, isPinned: true },
  ])
  expect((await viewer.call(pinView, { view: own.id })).status, "somebody else keeps it to themselves").toBe(404)

  const { body } = await manager.call(orderPinnedViews, { views: [shared.id, own.id] })
  expect(body.views).toEqual([shared.id, own.id, companies.id])
  expect(await names(manager)).toEqual(["Shared", "Own", "Companies"])
  expect(await names(viewer)).toEqual(["Shared"])

  await manager.call(unpinView, { view: own.id })
  await manager.call(unpinView, { view: own.id })
  expect(await names(manager)).toEqual(["Shared", "Companies"])
  await manager.call(pinView, { view: own.id })
  expect(await names(manager), "as the last").toEqual(["Shared", "Companies", "Own"])
  const listed = (await manager.call(listSavedViews, { place: "portfolio" })).body.items
  expect(listed.map(({ name, isPinned }) => [name, isPinned])).toEqual([
    ["Own", true],
    ["Shared", true],
  ])

  await manager.call(deleteSavedView, { view: shared.id })
  expect(await names(manager)).toEqual(["Companies", "Own"])
  expect(await names(viewer), "gone for whoever pinned it").toEqual([])
})

test("a view that is shared no more stands in nobody else's navigation, and takes no place in it", async () => {
  const shared = await saved(manager, "For a while", { isShared: true })
  await viewer.call(pinView, { view: shared.id })
  expect(await names(viewer)).toEqual(["For a while"])
  await runAsOwner(keelson.ownerUrl, `update saved_view set is_shared = false where id = '${shared.id}'`)
  expect(await names(viewer)).toEqual([])
  expect((await viewer.call(orderPinnedViews, { views: [shared.id] })).body.views).toEqual([])
})

test("twenty are pinned, and not one more; a view that cannot be pinned is not saved either", async () => {
  const full = await workspace.as("contributor")
  for (let count = 0; count < mostPins; count++) await saved(full, `View ${count}`, { isPinned: true })
  const further = await saved(full, "Further")
  expect(await full.call(pinView, { view: further.id })).toMatchObject({ status: 409, body: { code: "too-many-pins" } })
  const refused = await full.call(saveView, { place: "portfolio", name: "More", search: {}, isPinned: true })
  expect(refused).toMatchObject({ status: 409, body: { code: "too-many-pins" } })
  const kept = (await full.call(listSavedViews, { place: "portfolio" })).body.items.map(({ name }) => name)
  expect(kept).toContain("Further")
  expect(kept).not.toContain("More")
})

test("pins of another workspace are not there, and what is elsewhere is not pinned", async () => {
  const other = await (await keelson.workspace("Other")).as("owner")
  const mine = await saved(manager, "Mine", { isShared: true, isPinned: true })
  expect((await other.call(pinView, { view: mine.id })).status).toBe(404)
  expect((await other.call(orderPinnedViews, { views: [mine.id] })).body.views).toEqual([])
  expect(await names(other)).toEqual([])
  expect(await names(manager)).toContain("Mine")
})
