import { expect, test } from "vitest"
import { makeCalendar } from "#contract/clocks"
import { listCommitments } from "#contract/commitments"
import { listDeals, recordDeal } from "#contract/deals"
import { movableClock } from "#test/clock"
import { recordPartnership } from "#test/promises"
import { startJourney } from "./journey.ts"
import { phone } from "./looks.ts"

// Thursday before Easter, 15:00 in Berlin; Friday and Monday are holidays, and summer time begins on Sunday.
const clock = movableClock("2027-03-25T14:00:00.000Z")
const { keelson, visit } = await startJourney("answering", { clock })
const workspace = await keelson.workspace("Nordlicht")
const [owner, manager] = [await workspace.as("owner"), await workspace.as("partner_manager")]
const alder = await recordPartnership(manager, "Alder")
const seller = await workspace.asPartner(alder.organizationId, "seller")
const ours = `/w/${workspace.slug}/partnerships/${alder.id}`
const theirs = `/portal/${workspace.slug}/partnerships/${alder.id}`
const dealOf = async (name: string) =>
  (await manager.call(listDeals, { partnership: alder.id })).body.items.find((each) => each.name === name)

test("who runs the workspace says how soon answers come, and what cannot be kept is refused at its field", async () => {
  const { page, go, see, expectRefusal } = await visit({ cookie: owner.cookie })
  await go(`/w/${workspace.slug}/settings/times`)
  const target = page.getByRole("region", { name: "Answers to registered deals" })
  const [promised, warn] = [target.getByLabel("Answered within, in open hours"), target.getByLabel(/^Warn before/)]
  await promised.fill("8")
  await warn.fill("9")
  expectRefusal(`422 PUT /api/w/${workspace.slug}/response-targets/deal_answer`)
  await target.getByRole("button", { name: "Save" }).click()
  await page
    .getByText(/A warning comes less time before/)
    .first()
    .waitFor()
  await warn.fill("1")
  await target.getByRole("button", { name: "Save" }).click()
  await page.getByText("Saved").first().waitFor()
  await see("settings")
  for (const [name, region] of [
    ["Berlin", "BE"],
    ["Munich", "BY"],
  ] as const) {
    const weekly = Array.from({ length: 7 }, (_, day) => (day < 5 ? [{ from: 540, to: 1_020 }] : []))
    const calendar = { name, region, timeZone: "Europe/Berlin", country: "DE", weekly, days: [] }
    expect((await owner.call(makeCalendar, calendar)).status).toBe(201)
  }
})

test("over Easter and the clock change: asked back it stands still, sent again it goes on, handed over and answered in time, as both see", async () => {
  await seller.call(recordDeal, { partnership: alder.id, name: "Harbour cranes" })
  const host = await visit({ cookie: manager.cookie })
  await host.go(`${ours}/work`)
  const section = host.page.getByRole("region", { name: "Registrations" })
  await section.getByText("8 h left · our turn").waitFor()
  clock.moveTo("2027-03-25T15:30:00.000Z")
  await section.getByRole("button", { name: "Ask back: Harbour cranes" }).click()
  await section.getByText("6.5 h left when answered · their turn").waitFor()
  await host.see("asked")

  clock.moveTo("2027-03-30T09:00:00.000Z")
  const partner = await visit({ cookie: seller.cookie, look: phone })
  await partner.go(theirs)
  const own = partner.page.getByRole("region", { name: "Registrations" })
  await own.getByText("6.5 h left when answered · our turn").waitFor()
  await own.getByRole("button", { name: "Send again: Harbour cranes" }).click()
  await own.getByText("6.5 h left · their turn").waitFor()
  expect((await dealOf("Harbour cranes"))?.clock?.dueAt).toBe("2027-03-31T07:30:00.000Z")
  await own.getByText("due 31 Mar 2027, 09:30").waitFor()
  await partner.see("partner")

  await host.go(`${ours}/work`)
  await section.getByRole("button", { name: "Hand over: Harbour cranes" }).click()
  const dialog = host.page.getByRole("dialog", { name: "Hand over the answer" })
  await dialog.getByLabel("Team").click()
  await host.page.getByRole("option", { name: "Munich" }).click()
  await host.see("hand-over")
  await dialog.getByRole("button", { name: "Hand over" }).click()
  await dialog.waitFor({ state: "hidden" })
  await section.getByRole("button", { name: "Course of time: Harbour cranes" }).click()
  await section.getByText(/handed to Munich/).waitFor()
  await section.getByText(/asked back: time stands still/).waitFor()
  await host.see("course")
  clock.moveTo("2027-03-31T07:30:00.000Z")
  await section.getByRole("button", { name: "Approve: Harbour cranes" }).click()
  await section.getByText("Answered in time").waitFor()

  await partner.go(theirs)
  await own.getByText("Answered in time").waitFor()
  await own.getByRole("button", { name: "Course of time: Harbour cranes" }).click()
  await own.getByText(/handed to Munich/).waitFor()
})

test("warned, then over without an answer: late for both, and a missed promise of ours that both read", async () => {
  clock.moveTo("2027-04-02T13:00:00.000Z")
  await seller.call(recordDeal, { partnership: alder.id, name: "Dry dock" })
  const host = await visit({ cookie: manager.cookie })
  // Friday 15:00, due on Monday at 15:00: the warning is told an hour before.
  clock.moveTo("2027-04-05T12:00:30.000Z")
  await host.go(`${ours}/work`)
  const section = host.page.getByRole("region", { name: "Registrations" })
  await section.getByText("1 h left · our turn").waitFor()
  clock.moveTo("2027-04-05T13:00:00.001Z")
  const promises = async () => (await manager.call(listCommitments, { partnership: alder.id })).body.occurrences
  await expect
    .poll(async () => (await promises()).map(({ state }) => state).toSorted(), { timeout: 60_000 })
    .toEqual(["kept", "missed"])
  await host.go(`${ours}/work`)
  await section.getByText("Late", { exact: true }).waitFor()
  await host.see("late")
  await host.page.getByRole("link", { name: "Promises", exact: true }).click()
  await host.page.getByText("Answer deal registrations within 8 business hours").first().waitFor()
  const partner = await visit({ cookie: seller.cookie, look: phone })
  await partner.go(theirs)
  await partner.page.getByRole("region", { name: "Registrations" }).getByText("Late", { exact: true }).waitFor()
  await partner.page.getByText("Answer deal registrations within 8 business hours").first().waitFor()
})
