import { test } from "vitest"
import { recordPartnership } from "#test/promises"
import { startJourney } from "./journey.ts"

const { keelson, visit } = await startJourney("attention")
const workspace = await keelson.workspace("Watchful")
const owner = await workspace.as("owner")
await recordPartnership(owner, "Harbour Analytics")

test("when a partnership needs attention is said in the settings, put right while it is typed, and marks the portfolio", async () => {
  const { page, go, see } = await visit({ cookie: owner.cookie })
  await go(`/w/${workspace.slug}/settings`)
  const field = page.getByLabel("Condition")
  await field.fill("overdu > 2 || stage == 'active'")
  await page.getByText("There is no name “overdu”.").waitFor()
  await see("complaint")
  await field.fill("openOurs < 1 && stage == 'active'")
  await page.getByText("This can be saved.").waitFor()
  await page.getByRole("button", { name: "Names you can use" }).click()
  await page.getByText("Days to the notice day").waitFor()
  await see("condition")
  await page.getByRole("button", { name: "Save condition" }).click()
  await page.getByText("The condition was saved.").waitFor()
  await go(`/w/${workspace.slug}/portfolio`)
  await page.getByRole("img", { name: "Needs attention: Our open promises: 0; Stage: active" }).waitFor()
  await see("portfolio")
})
