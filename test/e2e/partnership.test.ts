import { expect, test } from "vitest"
import { editPartnership } from "#contract/partnerships"
import { getPartnership } from "#contract/portfolio"
import { enter, monthly, recordPartnership } from "#test/promises"
import { startJourney } from "./journey.ts"
import { desk, phone } from "./looks.ts"
import { linkFrom } from "./mail.ts"

const { keelson, visit, mail } = await startJourney("partnership")
const workspace = await keelson.workspace("Northwind Cloud")
const manager = await workspace.as("partner_manager")
const { id: partnership } = await recordPartnership(manager, "Contoso Services")
await enter(manager, partnership, [monthly("host", { title: "Send leads" }), monthly("partner", { title: "Report" })])
const place = `/w/${workspace.slug}/partnerships/${partnership}`

test("each tab has an address; old anchors lead there, arrows and digits go along, and what stands around stays", async () => {
  const { page, go, see } = await visit({ cookie: manager.cookie })
  await go(`${place}#people`)
  await page.waitForURL(`**${place}/people#people`)
  await page.getByRole("region", { name: "People" }).waitFor()
  await page.evaluate("window.kept = document.querySelector('h1')")
  const tabs = page.getByRole("navigation", { name: "Parts of this page" })
  await tabs.getByRole("link", { name: "People" }).focus()
  await page.keyboard.press("ArrowRight")
  await page.keyboard.press("Enter")
  await page.waitForURL(`**${place}/timeline`)
  expect(await tabs.locator("[aria-current=page]").allInnerTexts()).toEqual(["Timeline"])
  await page.locator("body").click({ position: { x: 1, y: 1 } })
  await page.keyboard.press("3")
  await page.waitForURL(`**${place}/promises`)
  await page.getByText("Send leads").first().waitFor()
  expect(await page.evaluate("window.kept.isConnected")).toBe(true)
  await page.goBack()
  await page.waitForURL(`**${place}/timeline`)
  await page.keyboard.press("1")
  await page.waitForURL(`**${place}`)
  await page.getByRole("heading", { name: "Promises of both sides" }).waitFor()
  await see("overview")
})

test("a property is changed where it stands, undone, and who was quicker is told", async () => {
  const { page, go, see, expectRefusal } = await visit({ cookie: manager.cookie })
  await go(place)
  const rail = page.getByRole("complementary", { name: "Details" })
  const tier = async () => (await manager.call(getPartnership, { partnership })).body.tier
  await rail.getByRole("button", { name: "Change Tier: Not set" }).click()
  await rail.getByLabel("Tier", { exact: true }).fill("Gold")
  await see("rail-editing", [desk])
  await rail.getByLabel("Tier", { exact: true }).press("Enter")
  await rail.getByRole("button", { name: "Change Tier: Gold" }).waitFor()
  await expect.poll(tier).toBe("Gold")
  await page.getByRole("button", { name: "Undo" }).click()
  await rail.getByRole("button", { name: "Change Tier: Not set" }).waitFor()
  await expect.poll(tier).toBe(null)

  // Somebody else is quicker.
  const { body: seen } = await manager.call(getPartnership, { partnership })
  const { name, type, currency } = seen
  await rail.getByRole("button", { name: "Change Region: Not set" }).click()
  await rail.getByLabel("Region", { exact: true }).fill("Nordics")
  const other = { partnership, name, type, currency, region: "DACH" }
  expect((await manager.call(editPartnership, other, { ifMatch: seen.version })).status).toBe(200)
  expectRefusal(`412 PUT /api${place}`)
  await rail.getByLabel("Region", { exact: true }).press("Enter")
  await rail.getByText("Region is now “DACH”").waitFor()
  expect(await rail.getByLabel("Region", { exact: true }).inputValue()).toBe("Nordics")
  await rail.getByLabel("Region", { exact: true }).press("Enter")
  await rail.getByRole("button", { name: "Change Region: Nordics" }).waitFor()
  await expect.poll(async () => (await manager.call(getPartnership, { partnership })).body.region).toBe("Nordics")
})

test("who may only look reads the properties, on a phone below the header", async () => {
  const viewer = await workspace.as("viewer")
  const { page, go, see } = await visit({ cookie: viewer.cookie, look: phone })
  await go(place)
  const rail = page.getByRole("complementary", { name: "Details" })
  await rail.getByRole("button", { name: "Details" }).click()
  await rail.getByText("Nordics").waitFor()
  expect(await rail.getByRole("button", { name: /^Change/ }).count()).toBe(0)
  await see("rail-phone", [phone])
})

test("the overview prints on one page, on A4 and on Letter", async () => {
  const { page, go } = await visit({ cookie: manager.cookie })
  await go(place)
  await page.getByRole("heading", { name: "Who is who" }).waitFor()
  for (const format of ["A4", "Letter"]) {
    const pdf = (await page.pdf({ format })).toString("latin1")
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g), format).toHaveLength(1)
  }
})

test("the overview is shared by link, read without a sign-in in the reader's language, and taken back", async () => {
  const { page, go, see } = await visit({ cookie: manager.cookie })
  await go(place)
  await page.getByRole("button", { name: "Share" }).click()
  const dialog = page.getByRole("dialog", { name: "Share the overview with a sponsor" })
  await dialog.getByLabel("Name").fill("Sara Sponsor")
  await dialog.getByLabel("E-mail").fill("sara@sponsor.example")
  await dialog.getByRole("button", { name: "Send link" }).click()
  await dialog.getByRole("button", { name: "Take back: Sara Sponsor" }).waitFor()
  await see("sharing")
  const link = await linkFrom(mail, "sara@sponsor.example", "Northwind Cloud and Contoso Services")

  const sponsor = await visit({ locale: "de-DE", look: phone })
  await sponsor.go(link)
  await sponsor.page.getByRole("heading", { name: "Northwind Cloud und Contoso Services" }).waitFor()
  await sponsor.page.getByText("Gefährdete Zusagen").waitFor()
  expect(await sponsor.page.locator("meta[name=robots]").getAttribute("content")).toContain("noindex")
  expect(await sponsor.page.locator("body").textContent()).not.toMatch(/drift/i)
  await sponsor.see("shared")

  await dialog.getByRole("button", { name: "Take back: Sara Sponsor" }).click()
  await page.getByText("The link of sara@sponsor.example works no more").waitFor()
  await sponsor.page.reload()
  await sponsor.page.getByRole("heading", { name: "Dieser Link wurde zurückgezogen" }).waitFor()
})
