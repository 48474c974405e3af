import { expect, test } from "vitest"
import { promisesOurs, reportOccurrence } from "#contract/commitments"
import { getHome } from "#contract/home"
import { groupOf } from "#core/attention"
import { alsoWorksWith } from "#test/alsoWorksWith"
import { movableClock } from "#test/clock"
import type { TestWorkspace } from "#test/keelson"
import { enter, monthly, recordPartnership, runJob } from "#test/promises"
import { startJourney } from "./journey.ts"
import { phone } from "./looks.ts"

const clock = movableClock("2026-01-02T09:00:00.000Z")
const { keelson, visit } = await startJourney("portal", { clock })

const north = await keelson.workspace("Northwind Cloud")
const south = await keelson.workspace("Southwind Data")

const vendorWith = async (workspace: TestWorkspace) => {
  const manager = await workspace.as("partner_manager")
  const partnership = await recordPartnership(manager, "Contoso Services")
  await enter(manager, partnership.id, [
    monthly("host", { title: `${workspace.slug} sends leads`, evidenceNeeded: "confirmation" }),
    monthly("partner", { title: `Contoso reports pipeline to ${workspace.slug}` }),
  ])
  return { manager, partnership }
}
const northern = await vendorWith(north)
const southern = await vendorWith(south)
const partner = await north.asPartner(northern.partnership.organizationId)

await alsoWorksWith(keelson, north, south, southern.partnership.organizationId)

test("one person sees what they owe two vendors and what they are owed, and acts on it in place", async () => {
  clock.moveTo("2026-02-04T09:00:00.000Z")
  await runJob("commitments.update-due-states", keelson)
  const { page, go, see } = await visit({ cookie: partner.cookie })
  await go("/")
  await page.waitForURL("**/portal")
  await page.getByRole("heading", { level: 2, name: "What you owe" }).waitFor()
  await page.getByText(`Contoso reports pipeline to ${north.slug}`).first().waitFor()
  await page.getByText(`Contoso reports pipeline to ${south.slug}`).first().waitFor()
  await see("home")

  await page
    .getByRole("button", { name: `Mark kept: Contoso reports pipeline to ${south.slug}` })
    .first()
    .click()
  const dialog = page.getByRole("dialog", { name: "Mark a promise kept" })
  await dialog.getByLabel("What shows that it was kept?").fill("sent by mail")
  await dialog.getByRole("button", { name: "Mark kept" }).click()
  await dialog.waitFor({ state: "hidden" })
  await page.getByText(`Contoso reports pipeline to ${south.slug}`).first().waitFor()
})

test("what a vendor reports waits on the partner's desk, and their word settles it", async () => {
  const [promise] = groupOf((await northern.manager.call(getHome, { whose: "all" })).body.groups, promisesOurs).items
  const occurrence = promise?.id ?? ""
  await northern.manager.call(reportOccurrence, { occurrence, evidence: [{ kind: "note", note: "sent on Monday" }] })
  const { page, go, see } = await visit({ cookie: partner.cookie, look: phone })
  await go("/portal")
  await page.getByRole("heading", { level: 2, name: "Waits for your word" }).waitFor()
  await see("home-to-confirm")
  const [confirmed] = await Promise.all([
    page.waitForResponse((answer) => answer.url().endsWith("/confirm")),
    page.getByRole("button", { name: "Confirm" }).click(),
  ])
  expect(confirmed.status()).toBe(200)
  await page.getByRole("heading", { level: 2, name: "Waits for your word" }).waitFor({ state: "detached" })
})

test("a vendor that one does not work with says so, and keeps the navigation", async () => {
  const { page, go, expectRefusal } = await visit({ cookie: partner.cookie })
  expectRefusal("404 GET /api/w/elsewhere/own-partnerships")
  await go("/portal/elsewhere")
  await page.getByText("You do not work with “elsewhere” here.").waitFor()
  await page.getByRole("link", { name: "Northwind Cloud" }).waitFor()
})

test("a vendor that does not answer is named, and the others are there", async () => {
  const { page, go, expectRefusal } = await visit({ cookie: partner.cookie })
  expectRefusal(`503 GET /api/w/${south.slug}/home`)
  await page.route(`**/api/w/${south.slug}/home*`, (route) =>
    route.fulfill({
      status: 503,
      contentType: "application/problem+json",
      body: JSON.stringify({ type: "about:blank", status: 503, code: "unavailable", title: "Try again in a minute." }),
    }),
  )
  await go("/portal")
  await page.getByRole("alert").getByText("Southwind Data could not be read just now").waitFor()
  await page.getByText(`Contoso reports pipeline to ${north.slug}`).first().waitFor()
})

test("a vendor that has ended one's access is gone, its address says so, and the others stay", async () => {
  await keelson.platform.transact(south.system, ({ db, now }) =>
    db
      .updateTable("partnerUser")
      .set({ deactivatedAt: now })
      .where("workspaceId", "=", south.system.workspaceId)
      .execute(),
  )
  const { page, go, expectRefusal } = await visit({ cookie: partner.cookie })
  await go("/portal")
  await page.getByText(`Contoso reports pipeline to ${north.slug}`).first().waitFor()
  expect(await page.getByRole("link", { name: "Southwind Data" }).count()).toBe(0)
  expect(await page.getByRole("alert").count()).toBe(0)
  expectRefusal(`404 GET /api/w/${south.slug}/own-partnerships`)
  await go(`/portal/${south.slug}`)
  await page.getByText(`You do not work with “${south.slug}” here.`).waitFor()
  await page.getByRole("link", { name: "Northwind Cloud" }).waitFor()
})
