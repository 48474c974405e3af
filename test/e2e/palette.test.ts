import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { createPartnership } from "#contract/partnerships"
import { assignRole, createContact } from "#contract/people"
import { startJourney } from "./journey.ts"

const { keelson, visit } = await startJourney("palette")
const workspace = await keelson.workspace("Palette")
const owner = await workspace.as("owner")
const at = (path: string) => `/w/${workspace.slug}/${path}`
const { id } = (
  await owner.call(createPartnership, { type: "reseller", newOrganization: { name: "Harbour Analytics" } })
).body

const open = async (page: Page, words: string) => {
  const palette = page.getByRole("dialog", { name: "Find or do something" })
  // It is fetched once the page is at rest.
  await expect
    .poll(async () => {
      if (!(await palette.isVisible())) await page.keyboard.press("Control+k")
      return palette.isVisible()
    })
    .toBe(true)
  await palette.getByRole("textbox").fill(words)
  return palette
}

test("it goes below the places of the navigation, makes something, and does what the open page offers", async () => {
  const { page, go, see } = await visit({ cookie: owner.cookie })
  await go(at("home"))
  await (await open(page, "members")).getByRole("button", { name: "Members" }).click()
  await page.getByRole("button", { name: "Invite a colleague" }).waitFor()

  await (await open(page, "new partner")).getByRole("button", { name: "New partnership" }).click()
  await page.getByRole("heading", { level: 1, name: "New partnership" }).waitFor()

  await go(at(`partnerships/${id}`))
  const head = page.getByRole("heading", { level: 1, name: "Harbour Analytics" })
  await head.waitFor()
  const palette = await open(page, "export")
  await palette.getByRole("button", { name: "Export" }).waitFor()
  await see("acts-of-the-page")
  await palette.getByRole("button", { name: "Export" }).click()
  await page.getByRole("menuitem", { name: /PDF/ }).first().waitFor()
})

test("it switches language and theme", async () => {
  const { page, go } = await visit({ cookie: owner.cookie })
  await go(at("home"))
  await (await open(page, "dark")).getByRole("button", { name: "Theme: Dark" }).click()
  await expect.poll(() => page.locator("html").getAttribute("data-mantine-color-scheme")).toBe("dark")
  await (await open(page, "deutsch")).getByRole("button", { name: "Deutsch" }).click()
  await page.getByRole("heading", { level: 1, name: "Heute" }).waitFor()
})

test("a colleague who stands in many partnerships is there once, and leads to where they stand", async () => {
  const contactId = (await owner.call(createContact, { name: "Ottilie Brandt", email: "o.brandt@example.com" })).body.id
  await owner.call(assignRole, { partnership: id, contactId, role: "alliance_manager" })
  const { id: again } = (await owner.call(createContact, { name: "Ottilie Brandt", email: "O.Brandt@example.com" }))
    .body
  expect(again).not.toBe(contactId)
  const { page, go } = await visit({ cookie: owner.cookie })
  await go(at("home"))
  const palette = await open(page, "ottilie")
  await palette.getByText("Ottilie Brandt").first().waitFor()
  expect(await palette.getByText("Ottilie Brandt").count()).toBe(1)
})
