import { expect, test } from "vitest"
import { createPartnership } from "#contract/partnerships"
import { startJourney } from "./journey.ts"

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
