import { expect, test } from "vitest"
import { createPartnership } from "#contract/partnerships"
import { listSavedViews, saveView } from "#contract/views"
import { startJourney } from "./journey.ts"
import { desk, phone } from "./looks.ts"

const { keelson, visit } = await startJourney("saved-views")
const workspace = await keelson.workspace("Views")
const owner = await workspace.as("owner")
const viewer = await workspace.as("viewer")
for (const [name, tier] of [
  ["Alpha", "Gold"],
  ["Beta", "Silver"],
  ["Gamma", undefined],
] as const)
  await owner.call(createPartnership, { type: "reseller", newOrganization: { name }, ...(tier ? { tier } : {}) })
const at = (path: string) => `/w/${workspace.slug}/${path}`
const kept = async (name: string) =>
  (await owner.call(listSavedViews, { place: "portfolio" })).body.items.find((each) => each.name === name)

test("a view keeps folded groups and columns, is brought up to date, renamed, shared, taken back and deleted, each undone", {
  timeout: 240_000,
}, async () => {
  const { page, go, see } = await visit({ cookie: owner.cookie })
  const lines = page.getByRole("treegrid")
  const views = page.getByRole("button", { name: "Views", exact: true })
  const item = (name: string) => page.getByRole("menuitem", { name, exact: true })
  const undo = async (said: string) => {
    const notice = page.locator(".mantine-Notification-root").filter({ hasText: said })
    await notice.getByRole("button", { name: "Undo" }).click()
    await notice.waitFor({ state: "detached" })
  }
  await go(at("portfolio?group=tier"))
  await lines.getByRole("row", { name: /Gold 1 partnership/ }).click()
  await lines.getByRole("link", { name: "Alpha" }).waitFor({ state: "detached" })
  await lines.getByRole("row", { name: /No tier 1 partnership/ }).click()
  await lines.getByRole("link", { name: "Gamma" }).waitFor({ state: "detached" })
  await page.getByRole("button", { name: "Choose columns" }).click()
  await page.getByRole("menuitemcheckbox", { name: "Region" }).click()
  await lines.getByRole("columnheader", { name: "Region" }).waitFor()
  await page.keyboard.press("Escape")

  await views.click()
  await item("Save this view").click()
  await page.getByRole("textbox", { name: "Name" }).fill("Folded")
  await page.getByRole("checkbox", { name: "Pin to my navigation" }).check()
  await page.getByRole("dialog").getByRole("button", { name: "Save this view" }).click()
  const pins = page.getByRole("navigation", { name: "Places" }).getByRole("group").filter({ hasText: "Pinned" })
  await pins.getByRole("link", { name: "Folded" }).waitFor()
  expect((await kept("Folded"))?.search).toMatchObject({ group: "tier", except: ["Gold", ""] })

  // From elsewhere it opens as it was left.
  await go(at("home"))
  await pins.getByRole("link", { name: "Folded" }).click()
  await lines.getByRole("link", { name: "Beta" }).waitFor()
  expect(await lines.getByRole("link").allTextContents()).toEqual(["Beta"])
  await lines.getByRole("columnheader", { name: "Region" }).waitFor()

  // Narrowed otherwise, it is brought up to date in one press, and was what it was in another.
  await lines.getByRole("row", { name: /No tier 1 partnership/ }).click()
  await lines.getByRole("link", { name: "Gamma" }).waitFor()
  await views.click()
  await item("Update “Folded”").click()
  await expect.poll(async () => (await kept("Folded"))?.search.except).toEqual(["Gold"])
  await undo("shows from now on what this page shows")
  await expect.poll(async () => (await kept("Folded"))?.search.except).toEqual(["Gold", ""])

  // Another name, and for everyone: the navigation follows, and so does the palette.
  await views.click()
  await item("Manage views").click()
  await page.getByRole("button", { name: "Change Folded" }).click()
  const dialog = page.getByRole("dialog", { name: "Change a view" })
  await dialog.getByRole("textbox", { name: "Name" }).fill("Silver ones")
  await dialog.getByRole("checkbox", { name: "Show from now on what this page shows now" }).check()
  await dialog.getByRole("checkbox", { name: "Share with everyone in the workspace" }).check()
  await see("change")
  await dialog.getByRole("button", { name: "Save changes" }).click()
  await pins.getByRole("link", { name: "Silver ones" }).waitFor()
  expect(await kept("Silver ones")).toMatchObject({ isShared: true, isPinned: true, search: { except: ["Gold"] } })
  await page.getByRole("button", { name: "Unpin Silver ones", exact: true }).waitFor()
  await see("manage", [desk, phone])
  const shared = (await viewer.call(listSavedViews, { place: "portfolio" })).body.items
  expect(shared).toMatchObject([{ name: "Silver ones", isOwn: false }])
  await undo("“Silver ones” is changed")
  await pins.getByRole("link", { name: "Folded" }).waitFor()
  expect(await kept("Folded")).toMatchObject({ isShared: false, search: { except: ["Gold", ""] } })
  expect((await viewer.call(listSavedViews, { place: "portfolio" })).body.items).toEqual([])

  await page.getByRole("button", { name: "Delete the view Folded" }).click()
  await pins.waitFor({ state: "detached" })
  await undo("View deleted")
  await pins.getByRole("link", { name: "Folded" }).waitFor()
  expect((await kept("Folded"))?.search).toMatchObject({ group: "tier", except: ["Gold", ""] })
  await page.keyboard.press("Escape")
  await page.keyboard.press("Control+k")
  const palette = page.getByRole("dialog", { name: "Find or do something" })
  await palette.getByRole("textbox").fill("folded")
  await palette.getByRole("button", { name: /Folded/ }).waitFor()
})

test("what a colleague shared is opened and pinned, and not changed", async () => {
  await owner.call(saveView, { place: "portfolio", name: "Everybody's", search: { tier: "Gold" }, isShared: true })
  const { page, go } = await visit({ cookie: viewer.cookie })
  await go(at("portfolio"))
  await page.getByRole("button", { name: "Views", exact: true }).click()
  await page.getByRole("menuitem", { name: "Everybody's (shared)" }).click()
  await page.waitForURL(/tier=Gold/)
  await page.getByRole("button", { name: "Views", exact: true }).click()
  await page.getByRole("menuitem", { name: "Manage views" }).click()
  await page.getByRole("button", { name: "Pin Everybody's to my navigation" }).waitFor()
  expect(await page.getByRole("button", { name: /Change|Delete/ }).count()).toBe(0)
})
