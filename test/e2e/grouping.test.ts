import { expect, test } from "vitest"
import { createPartnership, tagPartnerships } from "#contract/partnerships"
import { getPartnership } from "#contract/portfolio"
import { startJourney } from "./journey.ts"
import { desk } from "./looks.ts"

const { keelson, visit } = await startJourney("grouping")
const workspace = await keelson.workspace("Grouping")
const owner = await workspace.as("owner")
for (const [name, tier] of [
  ["Alpha", "Gold"],
  ["Beta", "Gold"],
  ["Gamma", undefined],
] as const)
  await owner.call(createPartnership, { type: "reseller", newOrganization: { name }, ...(tier ? { tier } : {}) })

test("the portfolio is grouped, folded by key, tagged in bulk; a tag finds what has it", async () => {
  const { page, go, see } = await visit({ cookie: owner.cookie })
  await go(`/w/${workspace.slug}/portfolio?group=tier`)
  const lines = page.getByRole("treegrid")
  const gold = lines.getByRole("row", { name: /Gold 2 partnerships/ })
  await gold.waitFor()
  await lines.getByRole("row", { name: /No tier 1 partnership/ }).waitFor()
  await see("groups")
  await lines.focus()
  for (const key of ["ArrowDown", "ArrowLeft"]) await page.keyboard.press(key)
  await lines.getByRole("link", { name: "Alpha" }).waitFor({ state: "detached" })
  expect(page.url()).toContain("except=")
  await page.keyboard.press("ArrowRight")
  await lines.getByRole("link", { name: "Alpha" }).waitFor()
  for (const key of ["ArrowDown", "x", "ArrowDown", "x"]) await page.keyboard.press(key)
  await page.getByText("2 selected").waitFor()
  await page.getByRole("button", { name: "Tags" }).click()
  await page.getByRole("combobox", { name: "Add tags" }).fill("Launch")
  await page.keyboard.press("Enter")
  await see("tags")
  await page.getByRole("button", { name: "Change" }).click()
  await page.getByText("2 partnerships changed.").waitFor()
  await go(`/w/${workspace.slug}/portfolio?tag=Launch`)
  await page.getByRole("grid").getByRole("link", { name: "Beta" }).waitFor()
  expect(await page.getByRole("grid").getByRole("link").allTextContents()).toEqual(["Alpha", "Beta"])
})

test("in the rail tags are taken one by one among those of the workspace, and what was begun is kept", async () => {
  const delta = (await owner.call(createPartnership, { type: "reseller", newOrganization: { name: "Delta" } })).body.id
  const epsilon = (await owner.call(createPartnership, { type: "reseller", newOrganization: { name: "Epsilon" } })).body
    .id
  await owner.call(tagPartnerships, { partnershipIds: [epsilon], add: ["Strategic"], remove: [] })
  const { page, go, see } = await visit({ cookie: owner.cookie })
  await go(`/w/${workspace.slug}/partnerships/${delta}`)
  const rail = page.getByRole("complementary", { name: "Details" })
  const field = rail.getByRole("combobox", { name: "Tags" })
  await rail.getByRole("button", { name: "Change Tags: Not set" }).click()
  await field.fill("strat")
  await page.getByRole("option", { name: "Strategic" }).click()
  await field.fill("Pilot")
  await field.press("Enter")
  await field.fill("Lau")
  await rail.getByRole("option", { name: "Launch" }).waitFor()
  await see("rail-tags", [desk])
  await field.fill("")
  await field.press("Enter")
  await rail.getByRole("button", { name: "Change Tags: Pilot, Strategic" }).click()
  await field.fill("Begun")
  await field.press("Tab")
  await rail.getByRole("button", { name: "Change Tags: Begun, Pilot, Strategic" }).waitFor()
  const { tags } = (await owner.call(getPartnership, { partnership: delta })).body
  expect(tags).toEqual(["Begun", "Pilot", "Strategic"])
})
