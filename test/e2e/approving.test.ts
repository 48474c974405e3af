import { expect, test } from "vitest"
import { nameDeputy, setApprovalRule } from "#contract/approvals"
import { termination } from "#test/approvals"
import { movableClock } from "#test/clock"
import { enter, memberWith, recordPartnership } from "#test/promises"
import { startJourney } from "./journey.ts"
import { phone } from "./looks.ts"

const { keelson, visit } = await startJourney("approving", { clock: movableClock("2026-03-02T09:00:00.000Z") })
const workspace = await keelson.workspace("Nordlicht")
const [owner, manager] = [await workspace.as("owner"), await workspace.as("partner_manager")]
const [finance, contributor] = [await workspace.as("finance"), await workspace.as("contributor")]
const { id: partnership, organizationId } = await recordPartnership(manager, "Cascade")
const partner = await workspace.asPartner(organizationId, "seller")
await enter(manager, partnership, [])
await owner.call(
  setApprovalRule,
  { approvable: termination, steps: [{ name: "Money", role: "finance" }] },
  { ifMatch: 0 },
)
const place = `/w/${workspace.slug}/partnerships/${partnership}`
const approvals = `/w/${workspace.slug}/approvals`
const approve = "Approve: Frame agreement"

/** Asks on the agreement's page to end it early, and looks at what its asker may do then. */
const ask = async (reason: string) => {
  const { page, go, see } = await visit({ cookie: manager.cookie })
  await go(`${place}/agreement`)
  await page.getByRole("button", { name: "End early" }).click()
  const dialog = page.getByRole("dialog", { name: "End “Frame agreement” early" })
  await dialog.getByLabel("Last day").fill("2026-06-30")
  await dialog.getByLabel("Reason").fill(reason)
  await dialog.getByRole("button", { name: "End early" }).click()
  await page.getByText("Asked for approval: Frame agreement").waitFor()
  const waiting = page.getByRole("region", { name: "Waits to be approved" })
  await waiting.getByText("Money: waits for finance of Nordlicht").waitFor()
  await waiting.getByRole("button", { name: "Take back: Frame agreement" }).waitFor()
  expect(await page.getByRole("button", { name: approve }).count()).toBe(0)
  return { page, see }
}

test("who asks to end an agreement early approves it nowhere, and the partner sees nothing of it", async () => {
  const { see } = await ask("Nothing sold")
  await see("asked")
  const theirs = await visit({ cookie: partner.cookie, look: phone })
  await theirs.go(`/portal/${workspace.slug}/partnerships/${partnership}`)
  await theirs.page.getByText("Frame agreement").first().waitFor()
  expect(await theirs.page.getByText(/approv|Nothing sold|waits for finance/i).count()).toBe(0)
})

test("the first approver rejects it with a reason, on a phone, and whoever asked reads why", async () => {
  const { page, go, see } = await visit({ cookie: finance.cookie, look: phone })
  await go(approvals)
  await page.getByRole("button", { name: "Reject: Frame agreement" }).click()
  const dialog = page.getByRole("dialog", { name: "Reject" })
  await dialog.getByRole("button", { name: "Reject" }).click()
  await dialog.getByText("Say why you reject it.").waitFor()
  await dialog.getByLabel("Why").fill("They pay in May")
  await see("rejecting", [phone])
  await dialog.getByRole("button", { name: "Reject" }).click()
  await page.getByText("Rejected: “Frame agreement”").waitFor()
  const asker = await visit({ cookie: manager.cookie })
  await asker.go(`${approvals}?state=rejected`)
  await asker.page.getByText(/finance of Nordlicht rejected .*They pay in May/).waitFor()
})

test("asked again, a deputy approves it for whoever is away, and the agreement ends", async () => {
  const { page } = await ask("They did not pay in May either")
  const { userId } = await memberWith(keelson, workspace, "contributor")
  await finance.call(nameDeputy, { deputyId: userId, fromOn: "2026-03-02", toOn: "2026-03-06" })
  const deputy = await visit({ cookie: contributor.cookie, look: phone })
  await deputy.go(approvals)
  await deputy.page.getByRole("button", { name: approve }).click()
  await deputy.page.getByText("Approved by all: “Frame agreement”").waitFor()
  await deputy.page.getByText(/contributor of Nordlicht approved .*for finance of Nordlicht/).waitFor()
  await deputy.see("approved")
  await page.goto(`${place}/timeline`)
  await page.getByText("Agreement terminated: Frame agreement (They did not pay in May either)").waitFor()
  await page.getByRole("link", { name: "Agreement", exact: true }).click()
  await page.getByRole("region", { name: "Agreements" }).waitFor()
  expect(await page.getByRole("region", { name: "Waits to be approved" }).count()).toBe(0)
})
