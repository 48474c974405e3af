import { expect, test } from "vitest"
import { createOrganization } from "#contract/organizations"
import { createPartnership } from "#contract/partnerships"
import { startJourney } from "./journey.ts"

const { keelson, visit } = await startJourney("merging")
const workspace = await keelson.workspace("Merging")
const manager = await workspace.as("partner_manager")

const company = async (name: string, type: "isv" | "msp", country: string) => {
  const { body } = await manager.call(createOrganization, { name, country, evenIfSimilar: true })
  const made = await manager.call(createPartnership, { type, organizationId: body.id })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return body.id
}

test("two companies that may be one become one; the address of the other leads there; undone, each is there again", async () => {
  const stays = await company("Birch Consulting", "isv", "DE")
  const goes = await company("Birch Consulting Ltd", "msp", "GB")
  const { page, go, see, expectRefusal } = await visit({ cookie: manager.cookie })
  await go(`/w/${workspace.slug}/organizations`)
  await page.getByText("One pair of companies may be the same").click()
  await page.getByRole("link", { name: "Birch Consulting and Birch Consulting Ltd" }).click()
  const dialog = page.getByRole("dialog")
  await dialog.getByText("Partnerships stay the partnerships they are").waitFor()
  await see("preview")
  await dialog.getByRole("button", { name: "Merge", exact: true }).click()
  await page.getByText("“Birch Consulting Ltd” became part of it").waitFor()
  await see("merged")

  expectRefusal(`404 GET /api/w/${workspace.slug}/organizations/${goes}`)
  await go(`/w/${workspace.slug}/organizations/${goes}`)
  await page.waitForURL(`**/organizations/${stays}*`)
  await page.getByText("“Birch Consulting Ltd” has become part of this company.").waitFor()
  await see("led-here")

  await page.getByRole("button", { name: "Undo", exact: true }).click()
  await page.getByText("They are two companies again.").first().waitFor()
  await go(`/w/${workspace.slug}/organizations/${goes}`)
  await page.getByRole("heading", { name: "Birch Consulting Ltd" }).waitFor()
  await see("undone")
})
