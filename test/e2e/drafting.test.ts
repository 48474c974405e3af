import { expect, test } from "vitest"
import { draftAgreement, getAgreement, listAgreements } from "#contract/agreements"
import { listCommitments } from "#contract/commitments"
import { movableClock } from "#test/clock"
import { monthly, recordPartnership } from "#test/promises"
import { startJourney } from "./journey.ts"
import { phone } from "./looks.ts"

const { keelson, visit } = await startJourney("drafting", { clock: movableClock("2026-03-02T09:00:00.000Z") })
const workspace = await keelson.workspace("Nordlicht")
const manager = await workspace.as("partner_manager")
const { id: partnership, organizationId } = await recordPartnership(manager, "Cascade")
const partner = await workspace.asPartner(organizationId)
const { body: written } = await manager.call(draftAgreement, {
  ...{ partnership, title: "Frame agreement", startsOn: "2026-03-01", endsOn: "2027-02-28" },
  objectives: [{ category: "revenue", metric: "revenue", title: "Joint revenue", target: 120_000, unit: "EUR" }],
  commitments: [monthly("host", { clause: "4.2" }), monthly("partner", { endsOn: "2027-06-30" })],
})
const review = `/w/${workspace.slug}/agreement-drafts/${written.id}`
const due = async () => (await manager.call(listCommitments, { partnership, to: "2026-12-31" })).body.occurrences.length

test("a draft is checked on one screen, what stands in its way is put right, and signed it is in force", async () => {
  const { page, go, see } = await visit({ cookie: manager.cookie })
  await go(review)
  await page.getByText("it binds nobody").waitFor()
  await page.getByText("1 thing stands in the way.").waitFor()
  await page
    .getByText(/next due/)
    .first()
    .waitFor()
  await page.getByRole("link", { name: /No notice period is agreed/ }).waitFor()
  await see("review-with-findings")
  expect(await due()).toBe(0)

  await page.getByRole("link", { name: "Edit" }).click()
  await page.getByLabel("Notice", { exact: true }).fill("90")
  const lines = page.getByRole("group", { name: /^Promise/ })
  await page.getByRole("button", { name: "Remove: partner sends figures" }).click()
  await page.getByRole("button", { name: "Add a promise of theirs" }).click()
  await lines.last().getByLabel("Promise", { exact: true }).fill("They report the pipeline")
  // A quarter from 1 March is that of the calendar or its own: the form asks.
  await page.getByRole("combobox", { name: /^Periods of all promises/ }).click()
  await page.getByRole("option", { name: "Calendar periods, from the first whole one" }).click()
  await page.getByText(/^Falls due: 30 Jun 2026/).waitFor()
  await page.getByRole("button", { name: "Save and review" }).click()
  await page.getByText("Nothing is missing.").waitFor()
  expect(await due()).toBe(0)

  await page.getByRole("button", { name: "Send to review" }).click()
  await page.getByText("In review", { exact: true }).waitFor()
  const theirs = await visit({ cookie: partner.cookie, look: phone })
  await theirs.go(`/portal/${workspace.slug}/agreement-drafts/${written.id}`)
  await theirs.page.getByText("They report the pipeline").waitFor()
  expect(await theirs.page.getByRole("button", { name: "Put in force" }).count()).toBe(0)
  await theirs.see("partner-reads-the-review", [phone])

  await page.getByRole("button", { name: "Put in force" }).click()
  const dialog = page.getByRole("dialog", { name: "Put “Frame agreement” in force" })
  await dialog.getByRole("button", { name: "Put in force" }).click()
  await dialog.getByText("Nothing is in force unsigned: say who signed.").first().waitFor()
  await dialog.getByLabel("Signed for us by").fill("Ada Berg")
  await dialog.getByLabel("Signed for the partner by").fill("Kim Lee")
  await dialog.getByLabel("Signed on").fill("2026-02-27")
  await see("who-signed")
  await dialog.getByRole("button", { name: "Put in force" }).click()
  await page.getByText("Signed on 27 Feb 2026 by Ada Berg and Kim Lee").waitFor()
  expect(await due()).toBeGreaterThan(5)
})

test("an amendment shows what was and what is then, keeps what is typed, and both sides see it", async () => {
  const { page, go, see } = await visit({ cookie: manager.cookie })
  await go(`/w/${workspace.slug}/partnerships/${partnership}`)
  await page.getByRole("button", { name: /^Amend the end of the term/ }).click()
  const dialog = page.getByRole("dialog", { name: "Amendment" })
  await dialog.getByLabel("Reason").fill("A year more")
  await page.reload()
  await page.getByRole("button", { name: /^Amend the end of the term/ }).click()
  expect(await dialog.getByLabel("Reason").inputValue()).toBe("A year more")
  await dialog.getByLabel("Ends on").fill("2028-02-28")
  await see("amendment-begun")
  await dialog.getByRole("button", { name: "Go on to review" }).click()
  await page.getByRole("row", { name: "Ends on 28 Feb 2027 28 Feb 2028" }).waitFor()
  await see("before-and-after")
  await page.getByRole("button", { name: "Put in force" }).click()
  const signing = page.getByRole("dialog")
  await signing.getByLabel("Signed for us by").fill("Ada Berg")
  await signing.getByLabel("Signed for the partner by").fill("Kim Lee")
  await signing.getByLabel("Signed on").fill("2026-03-02")
  await signing.getByRole("button", { name: "Put in force" }).click()
  await page.getByRole("link", { name: "Change of “Frame agreement”" }).waitFor()
  await see("amended")
  const [agreement] = (await manager.call(listAgreements, { partnership })).body.items
  expect((await manager.call(getAgreement, { agreement: agreement?.id ?? "" })).body).toMatchObject({
    state: "amended",
    endsOn: "2028-02-28",
  })
  const theirs = await visit({ cookie: partner.cookie })
  await theirs.go(`/portal/${workspace.slug}/partnerships/${partnership}`)
  await theirs.page.getByRole("link", { name: "Change of “Frame agreement”" }).click()
  await theirs.page.getByRole("row", { name: "Ends on 28 Feb 2027 28 Feb 2028" }).waitFor()
})
