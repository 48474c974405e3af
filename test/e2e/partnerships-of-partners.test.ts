import { expect, test } from "vitest"
import { invite } from "#contract/people"
import { movableClock } from "#test/clock"
import { signIn, testPassword } from "#test/keelson"
import { enter, monthly, recordPartnership, runJob } from "#test/promises"
import { startJourney } from "./journey.ts"
import { phone } from "./looks.ts"
import { linkFrom } from "./mail.ts"

const clock = movableClock("2026-01-02T09:00:00.000Z")
const { keelson, mail, visit } = await startJourney("partnerships-of-partners", { clock })
const vendor = await keelson.workspace("Northwind Cloud")
const manager = await vendor.as("partner_manager")
const partnership = await recordPartnership(manager, "Contoso Services")
await enter(manager, partnership.id, [
  monthly("host", { title: "Send qualified leads" }),
  monthly("partner", { title: "Report the pipeline", evidenceNeeded: "confirmation" }),
])
const person = { email: "kim@contoso.example", name: "Kim Contoso" }
clock.moveTo("2026-02-04T09:00:00.000Z")
await runJob("commitments.update-due-states", keelson)
await manager.call(invite, {
  ...{ email: person.email, side: "partner", role: "partner_admin" },
  organizationId: partnership.organizationId,
})

const signedIn = () => signIn(keelson.address, person.email)
const portalPage = `/portal/${vendor.slug}/partnerships/${partnership.id}`
const commitments = `/api/w/${vendor.slug}/partnerships/${partnership.id}/commitments`
const hostPage = `/w/${vendor.slug}/partnerships/${partnership.id}`

test("an invitation opens the partnership at once: what we owe, what they owe, and nothing the vendor thinks", async () => {
  const { page, see } = await visit()
  await page.goto(await linkFrom(mail, person.email, "invites you"))
  await page.getByLabel("Your name").fill(person.name)
  await page.getByLabel("Password", { exact: true }).fill(testPassword)
  await page.getByRole("button", { name: "Accept invitation" }).click()
  await page.waitForURL(`**${portalPage}`)
  await page.getByRole("heading", { level: 1, name: "Northwind Cloud and Contoso Services" }).waitFor()
  await page.getByRole("heading", { level: 3, name: "We owe" }).waitFor()
  await page.getByRole("heading", { level: 3, name: "Northwind Cloud owes" }).waitFor()
  for (const section of ["Agreements", "Files", "People", "Discussion", "Timeline", "Notes", "Tasks"])
    await page.getByRole("heading", { level: 2, name: section, exact: true }).waitFor()
  expect(await page.locator("main").textContent()).not.toMatch(/drift|health/i)
  await see("partnership")
})

test("an address of either side leads to the same thing in one's own entrance, past the sign-in too", async () => {
  const { page, go, expectRefusal } = await visit()
  expectRefusal(`401 GET /api/w/${vendor.slug}/own-partnerships`)
  expectRefusal(`401 GET ${commitments}`)
  await go(portalPage)
  await page.getByLabel("E-mail address").fill(person.email)
  await page.getByLabel("Password", { exact: true }).fill(testPassword)
  await page.getByRole("button", { name: "Sign in", exact: true }).click()
  await page.waitForURL(`**${portalPage}`)
  expectRefusal(`403 GET ${hostPage.replace("/w/", "/api/w/")}`)
  expectRefusal(`403 GET ${hostPage.replace("/w/", "/api/w/")}/drift`)
  await go(`${hostPage}#people`)
  await page.waitForURL(`**${portalPage}#people`)
  const host = await visit({ cookie: manager.cookie })
  host.expectRefusal(`403 GET /api/w/${vendor.slug}/own-partnerships`)
  await host.go(portalPage)
  await host.page.waitForURL(`**${hostPage}`)
})

test("a promise is reported kept on a phone, the vendor confirms it, and both read it", async () => {
  const partner = await visit({ cookie: await signedIn(), look: phone })
  await partner.go(portalPage)
  await partner.page.getByRole("button", { name: "Mark kept: Report the pipeline" }).click()
  const dialog = partner.page.getByRole("dialog", { name: "Mark a promise kept" })
  await dialog.getByLabel("What shows that it was kept?").fill("Sent to Dana on Monday")
  await partner.see("report", [phone])
  await dialog.getByRole("button", { name: "Mark kept" }).click()
  await dialog.waitFor({ state: "hidden" })
  await partner.page.getByText("Reported kept; waits for confirmation").waitFor()

  const host = await visit({ cookie: manager.cookie })
  await host.go(`${hostPage}/promises`)
  await host.page.getByText("Sent to Dana on Monday").waitFor()
  await host.page.getByRole("button", { name: "Confirm kept" }).click()
  await host.page.getByText("Confirmed: Report the pipeline").waitFor()

  await partner.page.reload()
  await partner.page.getByText("In the last half year we kept 1 of 1 promises.").waitFor()
})

test("a private note stays in the company, a shared one is read by both", async () => {
  const partner = await visit({ cookie: await signedIn() })
  await partner.go(portalPage)
  const notes = partner.page.getByRole("region", { name: "Notes" })
  await notes.getByLabel("Note", { exact: true }).fill("Our board wants out by summer")
  await notes.getByRole("button", { name: "Write note" }).click()
  await notes.getByRole("listitem").getByText("Our board wants out by summer").waitFor()
  await notes.getByLabel("Note", { exact: true }).fill("We moved to the second floor")
  await notes.getByLabel("Private to us").uncheck()
  await notes.getByRole("button", { name: "Write note" }).click()
  await notes.getByRole("listitem").getByText("We moved to the second floor").waitFor()

  const host = await visit({ cookie: manager.cookie })
  await host.go(`${hostPage}/timeline`)
  await host.page.getByText("We moved to the second floor").waitFor()
  expect(await host.page.locator("main").textContent()).not.toContain("Our board wants out")
})

test("the same page in German, and the way to what one was told", async () => {
  const { page, go, see } = await visit({ cookie: await signedIn(), locale: "de-DE", look: phone })
  await go(portalPage)
  await page.getByRole("heading", { level: 1, name: "Northwind Cloud und Contoso Services" }).waitFor()
  await page.getByRole("heading", { level: 3, name: "Wir schulden" }).waitFor()
  await see("partnership-german")
  await page.getByRole("link", { name: "Posteingang" }).click()
  await page.waitForURL(`**/portal/${vendor.slug}/inbox*`)
  await page.getByRole("heading", { level: 1, name: "Posteingang" }).waitFor()
})
