import { expect, test } from "vitest"
import { startJourney } from "./journey.ts"

const { keelson, visit } = await startJourney("work")
const workspace = await keelson.workspace("Work")
const { cookie } = await workspace.as("owner")
const at = (path: string) => `/w/${workspace.slug}/${path}`

const partners = [
  "Partner;Type;Country",
  "Brightwater Systems;Reseller;DE",
  "Cedar & Vale;Integrator;AT",
  "Nimbus Data;Distributor;CH",
].join("\n")

test("a list of partners is imported and stands in the portfolio", async () => {
  const { page, go, see } = await visit({ cookie })
  await go(at("imports"))
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "partners.csv", mimeType: "text/csv", buffer: Buffer.from(partners) })
  await page.getByRole("heading", { name: "partners.csv" }).waitFor()
  await see("import-columns")
  await page.getByRole("button", { name: "Check every row" }).click()
  await page.getByRole("button", { name: "Import 3 rows" }).waitFor()
  await see("import-checked")
  await page.getByRole("button", { name: "Import 3 rows" }).click()
  await page.getByText("Made by this import").waitFor()
  await see("import-done")
  await page.getByRole("link", { name: "See the portfolio" }).click()
  await page.getByRole("link", { name: "Nimbus Data" }).click()
  await page.getByRole("heading", { level: 1, name: "Nimbus Data" }).waitFor()
  await page.getByText("There is too little data to say").first().waitFor()
  await see("imported-partnership")
})

test("a new partnership gets its agreement from the template; a promise is kept with evidence, and that is undone", async () => {
  const { page, go, see } = await visit({ cookie })
  await go(at("new-partnership"))
  await page.getByLabel("Company").fill("Harbour Analytics")
  await page.getByRole("button", { name: "Create partnership" }).click()
  await page.getByRole("heading", { level: 1, name: "Harbour Analytics" }).waitFor()
  await page.getByRole("link", { name: "Enter an agreement" }).first().click()
  await page.getByRole("heading", { level: 1, name: "Enter an agreement" }).waitFor()
  // Begun within a month, a quarter is that of the calendar or its own: the form asks once, and tells the days.
  const lastMonth = await page.evaluate(() => new Date(Date.now() - 32 * 86_400_000).toISOString().slice(0, 8))
  await page.getByLabel("Starts on", { exact: true }).fill(`${lastMonth}02`)
  await page.getByRole("combobox", { name: /^Periods of all promises/ }).click()
  await page.getByRole("option", { name: "Own periods, from the first day" }).click()
  await page
    .getByText(/^Falls due: /)
    .first()
    .waitFor()
  await see("agreement-from-template")
  await page.getByRole("button", { name: "Save and review" }).click()
  await page.getByText("it binds nobody").waitFor()
  await see("agreement-reviewed")
  await page.getByRole("button", { name: "Put in force" }).click()
  const signing = page.getByRole("dialog")
  await signing.getByLabel("Signed for us by").fill("Ada Berg")
  await signing.getByLabel("Signed for the partner by").fill("Kim Lee")
  await signing.getByLabel("Signed on").fill(await page.evaluate(() => new Date().toISOString().slice(0, 10)))
  await signing.getByRole("button", { name: "Put in force" }).click()
  await page.getByRole("heading", { level: 1, name: "Harbour Analytics" }).waitFor()
  await page.getByText(/^Signed on .* by Ada Berg and Kim Lee/).waitFor()
  await page.getByRole("link", { name: "Promises", exact: true }).click()

  const marks = page.getByRole("button", { name: /^Mark kept/ })
  await marks.first().click()
  const dialog = page.getByRole("dialog", { name: "Mark a promise kept" })
  await dialog.getByText("A link", { exact: true }).click()
  await dialog.getByLabel("Link to the evidence").fill("https://example.com/registrations")
  await see("promise-kept-with-evidence")
  await dialog.getByRole("button", { name: "Mark kept" }).click()
  await dialog.waitFor({ state: "hidden" })
  const [undone] = await Promise.all([
    page.waitForResponse((answer) => answer.url().endsWith("/undo")),
    page.getByRole("button", { name: "Undo" }).click(),
  ])
  expect(undone.ok()).toBe(true)
})

test("a German reads in German why something may not be done, and what a field expects", async () => {
  const reader = await visit({ locale: "de-DE", cookie: (await workspace.as("viewer")).cookie })
  await reader.go(at("settings"))
  await reader.page.getByRole("button", { name: "Speichern", exact: true }).first().focus()
  await reader.page
    .getByRole("tooltip")
    .getByText(/^Ihre Rolle darf das nicht/)
    .waitFor()

  const owner = await visit({ locale: "de-DE", cookie })
  owner.expectRefusal(`422 POST /api/w/${workspace.slug}/invitations`)
  await owner.go(at("settings/members"))
  await owner.page.getByRole("button", { name: "Kollegen einladen" }).click()
  await owner.page.getByLabel("E-Mail").fill("kim")
  await owner.page.getByRole("button", { name: "Einladung senden" }).click()
  await owner.page.getByText("Geben Sie eine E-Mail-Adresse ein, zum Beispiel kim@example.com.").waitFor()
  await owner.page.getByText("Einige Felder sind nicht wie erwartet.").waitFor()
  await owner.see("field-german")
})

test("a form leads to what is wrong, and does not close over what was typed without asking", async () => {
  const { page, go, see } = await visit({ cookie })
  await go(at("settings/members"))
  await page.getByRole("button", { name: "Invite a colleague" }).click()
  const dialog = page.getByRole("dialog", { name: "Invite a colleague" })
  const address = dialog.getByLabel("E-mail")
  await address.fill("kim@")
  await page.keyboard.press("Escape")
  await page.getByRole("alertdialog").waitFor()
  await see("unsaved")
  await page.getByRole("button", { name: "Keep editing" }).click()
  expect(await address.inputValue()).toBe("kim@")
  await page.keyboard.press("Escape")
  await page.getByRole("button", { name: "Discard" }).click()
  await dialog.waitFor({ state: "hidden" })

  await go(at("new-partnership"))
  await page.getByLabel("Web domain").focus()
  await page.getByRole("button", { name: "Create partnership" }).click()
  await page.waitForFunction("document.activeElement.getAttribute('aria-invalid') === 'true'")
})

test("a list that was narrowed is kept as a view, and found again by its name", async () => {
  const { page, go, see } = await visit({ cookie })
  await go(at("organizations"))
  const search = page.getByRole("searchbox")
  await search.fill("nimbus")
  await page.waitForURL("**/organizations?*search=nimbus*")
  await page.getByRole("button", { name: "Views" }).click()
  await page.getByRole("menuitem", { name: "Save this view" }).click()
  await page.getByRole("dialog").getByLabel("Name").fill("The cloud ones")
  await page.getByRole("dialog").getByRole("button", { name: "Save this view" }).click()
  await page.getByText("Saved as “The cloud ones”.").waitFor()
  await search.fill("")
  await page.getByRole("link", { name: "Brightwater Systems" }).waitFor()
  await page.getByRole("button", { name: "Views" }).click()
  await page.getByRole("menuitem", { name: "The cloud ones" }).click()
  await page.getByRole("link", { name: "Brightwater Systems" }).waitFor({ state: "hidden" })
  expect(await search.inputValue()).toBe("nimbus")
  await see("saved-view")
})
