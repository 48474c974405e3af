import { expect, test } from "vitest"
import { createPartnership } from "#contract/partnerships"
import { saveView } from "#contract/views"
import { startJourney } from "./journey.ts"
import { phone } from "./looks.ts"

const { keelson, visit } = await startJourney("pinning")
const workspace = await keelson.workspace("Pinning")
const owner = await workspace.as("owner")
for (const [name, type, tier] of [
  ["Alpha", "reseller", "Gold"],
  ["Beta", "msp", "Silver"],
] as const)
  await owner.call(createPartnership, { type, tier, newOrganization: { name } })
const at = (path: string) => `/w/${workspace.slug}/${path}`

test("a view is saved and pinned, moved by keys, opened from the navigation and the palette, unpinned and had back", async () => {
  const { page, go, see } = await visit({ cookie: owner.cookie })
  await go(at("portfolio?type=msp"))
  const lines = page.getByRole("grid")
  await lines.getByRole("link", { name: "Beta" }).waitFor()
  await page.getByRole("button", { name: "Views" }).click()
  await page.getByRole("menuitem", { name: "Save this view" }).click()
  await page.getByRole("textbox", { name: "Name" }).fill("Managed services")
  await page.getByRole("checkbox", { name: "Pin to my navigation" }).check()
  await page.getByRole("dialog").getByRole("button", { name: "Save this view" }).click()
  const places = page.getByRole("navigation", { name: "Places" })
  const pins = places.getByRole("group").filter({ hasText: "Pinned" })
  const links = () => pins.getByRole("link").allTextContents()
  await pins.getByRole("link", { name: "Managed services" }).waitFor()

  // A second one is saved already, and pinned from the list of what there is.
  await owner.call(saveView, { place: "portfolio", name: "Gold partners", search: { tier: "Gold", sort: "name" } })
  await go(at("portfolio"))
  await page.getByRole("button", { name: "Views" }).click()
  await page.getByRole("menuitem", { name: "Manage views" }).click()
  const dialog = page.getByRole("dialog", { name: "Views of this page" })
  await dialog.getByRole("button", { name: "Pin Gold partners to my navigation" }).click()
  await dialog.getByRole("button", { name: "Unpin Gold partners" }).waitFor()
  await see("manage")
  await page.keyboard.press("Escape")
  await expect.poll(links).toEqual(["Managed services", "Gold partners"])

  // In one's own order, by keys alone.
  await pins.getByRole("button", { name: "Move or unpin Gold partners" }).focus()
  await page.keyboard.press("Enter")
  await page.getByRole("menuitem", { name: "Move up" }).press("Enter")
  await expect.poll(links).toEqual(["Gold partners", "Managed services"])
  await go(at("home"))
  await expect.poll(links).toEqual(["Gold partners", "Managed services"])
  await see("navigation")

  await pins.getByRole("link", { name: "Gold partners" }).click()
  await lines.getByRole("link", { name: "Alpha" }).waitFor()
  expect(await lines.getByRole("link").allTextContents()).toEqual(["Alpha"])
  expect(await pins.getByRole("link", { name: "Gold partners" }).getAttribute("aria-current")).toBe("page")
  expect(await pins.getByRole("link", { name: "Managed services" }).getAttribute("aria-current")).toBe(null)

  await page.keyboard.press("Control+k")
  const palette = page.getByRole("dialog", { name: "Find or do something" })
  await palette.getByRole("textbox").fill("managed")
  await palette.getByRole("button", { name: /Managed services/ }).click()
  await lines.getByRole("link", { name: "Beta" }).waitFor()
  expect(page.url()).toContain("type=msp")

  await pins.getByRole("button", { name: "Move or unpin Gold partners" }).click()
  await page.getByRole("menuitem", { name: "Unpin" }).click()
  await expect.poll(links).toEqual(["Managed services"])
  await page.getByRole("button", { name: "Undo" }).click()
  await expect.poll(links).toEqual(["Gold partners", "Managed services"])
})

test("on a phone they are in the drawer, and going to one closes it", async () => {
  const { page, go, see } = await visit({ cookie: owner.cookie, look: phone })
  await go(at("home"))
  await page.getByRole("button", { name: "More" }).click()
  const drawer = page.getByRole("dialog", { name: "Places" })
  await drawer.getByRole("heading", { name: "Pinned" }).waitFor()
  await see("drawer", [phone, { width: 390, scheme: "dark" }])
  await drawer.getByRole("link", { name: "Gold partners" }).click()
  await drawer.waitFor({ state: "detached" })
  await page.getByText("Alpha").first().waitFor()
  expect(page.url()).toContain("tier=Gold")
})

test("nobody is led to a page that is closed to their role", async () => {
  const offeredTo = async (role: "viewer" | "partner_manager" | "admin") => {
    const shown = await visit({ cookie: (await workspace.as(role)).cookie })
    await shown.go(at("settings"))
    const hrefs = await shown.page
      .locator("nav a")
      .evaluateAll((links) => links.map((link) => (link as unknown as { pathname: string }).pathname))
    return { ...shown, places: [...new Set(hrefs)].map((href) => href.replace(at(""), "")) }
  }
  const { page, go, places } = await offeredTo("viewer")
  // An answer that is refused is a fault of the page by itself.
  for (const place of places) {
    await go(at(place))
    await page.getByRole("heading", { level: 1 }).waitFor()
  }
  for (const closed of ["audit", "imports", "settings/privacy", "settings/security", "settings/links"])
    expect(places).not.toContain(closed)
  expect(places).toEqual(expect.arrayContaining(["portfolio", "settings/account"]))
  const ofManager = (await offeredTo("partner_manager")).places
  expect(ofManager).toContain("imports")
  expect(ofManager).not.toContain("audit")
  const ofAdmin = (await offeredTo("admin")).places
  expect(ofAdmin).toEqual(expect.arrayContaining(["audit", "imports", "settings/privacy", "settings/security"]))
})
