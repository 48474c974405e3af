import { expect, test } from "vitest"
import { getCommitment, listCommitments } from "#contract/commitments"
import { listNotifications } from "#contract/notifications"
import { movableClock } from "#test/clock"
import { enter, monthly, recordPartnership, runJob } from "#test/promises"
import { startJourney } from "./journey.ts"

const clock = movableClock("2026-01-02T09:00:00.000Z")
const { keelson, visit } = await startJourney("proposing", { clock })
const workspace = await keelson.workspace("Northwind Cloud")
const manager = await workspace.as("partner_manager")
const { id: partnership, organizationId } = await recordPartnership(manager, "Contoso Services")
const partner = await workspace.asPartner(organizationId)
await enter(manager, partnership, [monthly("host", { title: "Send the figures", windowDays: 3 })])
const commitment = (await manager.call(listCommitments, { partnership })).body.commitments[0]?.id ?? ""
clock.moveTo("2026-02-10T09:00:00.000Z")
await runJob("commitments.update-due-states", keelson)

const kept = async () => (await manager.call(getCommitment, { commitment })).body.kept

test("who missed a promise proposes another day, and the other party agrees: the miss stays counted, and both read why", async () => {
  const ours = await visit({ cookie: manager.cookie })
  await ours.go(`/w/${workspace.slug}/promises/${commitment}`)
  await ours.page.getByRole("button", { name: "More for: Send the figures" }).click()
  expect(await ours.page.getByRole("menuitem", { name: "Waive this once" }).count()).toBe(0)
  await ours.page.getByRole("menuitem", { name: "Propose a new date" }).click()
  await ours.page.getByRole("textbox", { name: "New date" }).fill("2026-03-15")
  await ours.page.getByRole("textbox", { name: "Reason" }).fill("The data comes later this year")
  await ours.page.getByRole("button", { name: "Send the proposal" }).click()
  await ours.page.getByText("Nothing changes before the other party agrees.").waitFor()
  await ours.see("proposed")

  const theirs = await visit({ cookie: partner.cookie })
  await theirs.go("/portal")
  await theirs.page.getByText("One proposal waits for your answer.", { exact: false }).waitFor()
  await theirs.page.getByText("The data comes later this year", { exact: false }).waitFor()
  await theirs.see("asked-at-home")
  const told = async () => (await partner.call(listNotifications, {})).body.unread
  await expect.poll(told, { timeout: 60_000 }).toBe(1)
  await theirs.go(`/portal/${workspace.slug}/inbox`)
  const agree = theirs.page.getByRole("button", { name: "Agree to what is proposed: Send the figures" })
  await agree.waitFor()
  await theirs.see("asked-in-inbox")
  await theirs.page.getByRole("link", { name: /Your vendor asks you to agree/ }).click()
  await theirs.page.waitForURL(/\/promises\/[^/?]+\?due=2026-02-02$/)
  // The address is there before the page is, and the inbox offers the same answer until then.
  await theirs.page.getByRole("heading", { level: 1, name: "Send the figures" }).waitFor()
  await agree.click()
  await theirs.page.getByText("Re-agreed after the fact: 2 Feb 2026 stays counted as missed").waitFor()
  await theirs.page.getByText("New date agreed, due 15 Mar 2026").waitFor()
  await theirs.see("agreed")
  expect(await kept()).toMatchObject({ kept: 0, due: 1 })
})
