import { expect, test } from "vitest"
import { createPartnership, editPartnership, tagPartnerships } from "#contract/partnerships"
import { listMembers } from "#contract/people"
import { getPartnership, listPartnerships } from "#contract/portfolio"
import { saveView } from "#contract/views"
import { memberWith } from "#test/promises"
import { startJourney } from "./journey.ts"
import { desk } from "./looks.ts"

const { keelson, visit } = await startJourney("portfolio-acts")
const workspace = await keelson.workspace("Acting")
const owner = await workspace.as("owner")
await workspace.as("partner_manager")
const [first, second] = [
  await memberWith(keelson, workspace, "owner"),
  await memberWith(keelson, workspace, "partner_manager"),
]
const made = []
for (const [name, more] of [
  ["Alpha", { tier: "Gold", ownerId: first.id }],
  ["Beta", {}],
  ["Gamma", { tier: "Silver", ownerId: second.id }],
] as const)
  made.push((await owner.call(createPartnership, { type: "reseller", newOrganization: { name }, ...more })).body.id)
const [alpha = "", beta = ""] = made
await owner.call(tagPartnerships, { partnershipIds: [alpha], add: ["Old"], remove: [] })
const members = (await owner.call(listMembers, {})).body.items
const manager = members.find(({ id }) => id === second.id)?.name ?? ""

/** What is changed in bulk, as the server has it. */
const standing = async () =>
  (await owner.call(listPartnerships, { sort: "name" })).body.items.map(({ name, tier, tags, owner: of }) => ({
    ...{ name, tier, tags },
    owner: of?.id ?? null,
  }))

/** Alpha and Beta chosen in the list. */
const chosenTwo = async () => {
  const visited = await visit({ cookie: owner.cookie })
  const { page, go } = visited
  await go(`/w/${workspace.slug}/portfolio`)
  const lines = page.getByRole("grid")
  await lines.getByRole("link", { name: "Beta" }).waitFor()
  await lines.focus()
  for (const key of ["ArrowDown", "x", "ArrowDown", "x"]) await page.keyboard.press(key)
  await page.getByText("2 selected").waitFor()
  const dialog = page.getByRole("dialog")
  const notice = page.locator(".mantine-Notification-root")
  /** Changes both, and is done when the page says so. */
  const change = async (act: string, fill: () => Promise<unknown>) => {
    await page.getByRole("button", { name: act, exact: true }).click()
    await fill()
    await dialog.getByRole("button", { name: "Change", exact: true }).click()
    await notice.filter({ hasText: "2 partnerships changed." }).waitFor()
  }
  const undo = () => notice.filter({ hasText: "2 partnerships changed." }).getByRole("button", { name: "Undo" }).click()
  return { ...visited, dialog, change, undo }
}

test("the owner of several is changed at once, and taken back", async () => {
  const before = await standing()
  const { page, see, dialog, change, undo } = await chosenTwo()
  await change("Set owner", async () => {
    await dialog.getByRole("combobox", { name: "Owner" }).fill(manager)
    await page.getByRole("option", { name: manager }).click()
    await see("owner", [desk])
  })
  const owners = async () => (await standing()).map((line) => line.owner)
  expect(await owners()).toEqual([second.id, second.id, before[2]?.owner])
  await undo()
  await page.getByText("2 partnerships are as they were.").waitFor()
  expect(await standing()).toEqual(before)
})

test("tags of several are put on and taken off at once, and both taken back", async () => {
  const before = await standing()
  const { page, dialog, change, undo } = await chosenTwo()
  await change("Tags", async () => {
    await dialog.getByRole("combobox", { name: "Add tags" }).fill("New")
    await page.keyboard.press("Enter")
    await dialog.locator(".mantine-MultiSelect-input").click()
    await page.getByRole("option", { name: "Old" }).click()
  })
  expect((await standing()).map(({ tags }) => tags)).toEqual([["New"], ["New"], []])
  await undo()
  await page.getByText("2 partnerships are as they were.").waitFor()
  expect(await standing()).toEqual(before)
})

test("the tier of several is changed and taken back; what a colleague has changed since is left, and named", async () => {
  const before = await standing()
  const { page, dialog, change, undo, expectRefusal } = await chosenTwo()
  const platinum = () => dialog.getByRole("textbox", { name: "Tier" }).fill("Platinum")
  const tiers = async () => (await standing()).map(({ tier }) => tier)
  await change("Set tier", platinum)
  expect(await tiers()).toEqual(["Platinum", "Platinum", "Silver"])
  await undo()
  await page.getByText("2 partnerships are as they were.").waitFor()
  expect(await standing()).toEqual(before)

  await change("Set tier", platinum)
  const { name, type, currency, version } = (await owner.call(getPartnership, { partnership: beta })).body
  const since = { partnership: beta, name, type, currency, tier: "Bronze" }
  await owner.call(editPartnership, since, { ifMatch: version })
  expectRefusal(`412 PUT /api/w/${workspace.slug}/partnerships/${beta}`)
  await undo()
  await dialog.getByRole("listitem").filter({ hasText: "Beta" }).waitFor()
  expect(await dialog.getByRole("listitem").count()).toBe(1)
  expect(await tiers()).toEqual(["Gold", "Bronze", "Silver"])
})

test("what was chosen in one list is not chosen in the next, nor when one comes back", async () => {
  await owner.call(saveView, { place: "portfolio", name: "Silver only", search: { tier: "Silver" } })
  const { page, go } = await visit({ cookie: owner.cookie })
  await go(`/w/${workspace.slug}/portfolio`)
  const lines = page.getByRole("grid")
  await lines.getByRole("link", { name: "Alpha" }).waitFor()
  await lines.focus()
  for (const key of ["ArrowDown", "x"]) await page.keyboard.press(key)
  await page.getByText("1 selected").waitFor()
  await page.getByRole("button", { name: "Views", exact: true }).click()
  await page.getByRole("menuitem", { name: "Silver only" }).click()
  await lines.getByRole("link", { name: "Alpha" }).waitFor({ state: "detached" })
  const everything = lines.getByRole("checkbox", { name: "Select all rows" })
  await everything.click()
  await page.getByText("1 selected").waitFor()
  expect(await everything.isChecked()).toBe(true)
  await page.goBack()
  await lines.getByRole("link", { name: "Alpha" }).waitFor()
  await page.getByRole("combobox", { name: "Type" }).waitFor()
  expect(await lines.getByRole("row", { selected: true }).count()).toBe(0)
})

test("a line is previewed by key, arrows show the next, Escape closes it and the list has the keys again", async () => {
  const { page, go, see } = await visit({ cookie: owner.cookie })
  await go(`/w/${workspace.slug}/portfolio`)
  const lines = page.getByRole("grid")
  await lines.getByRole("link", { name: "Beta" }).waitFor()
  await lines.focus()
  for (const key of ["ArrowDown", " "]) await page.keyboard.press(key)
  const preview = (name: string) => page.getByRole("complementary", { name: `Preview: ${name}` })
  await preview("Alpha").getByText("Gold").waitFor()
  await preview("Alpha").getByText("Old", { exact: true }).waitFor()
  await page.keyboard.press("ArrowDown")
  await preview("Beta").waitFor()
  expect(await page.getByRole("complementary", { name: /^Preview/ }).count()).toBe(1)
  await see("preview", [desk, { width: desk.width, scheme: "dark" }])
  await page.keyboard.press("Escape")
  await preview("Beta").waitFor({ state: "detached" })
  const hasKeys = () => lines.evaluate((grid) => grid === grid.ownerDocument.activeElement)
  expect(await hasKeys()).toBe(true)

  // Opened again where one was; somebody who went on into it, and closes it by hand, is back at the list.
  await page.keyboard.press(" ")
  await preview("Beta").getByRole("button", { name: "Close" }).click()
  await preview("Beta").waitFor({ state: "detached" })
  expect(await hasKeys()).toBe(true)
  for (const key of [" ", "ArrowUp"]) await page.keyboard.press(key)
  await preview("Alpha").waitFor()
  await preview("Alpha").getByRole("link", { name: "Open" }).focus()
  await page.keyboard.press("Escape")
  await preview("Alpha").waitFor({ state: "detached" })
  expect(await hasKeys()).toBe(true)
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("Enter")
  await page.waitForURL(`**/partnerships/${beta}**`)
})
