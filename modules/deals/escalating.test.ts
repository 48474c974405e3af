import { expect, test } from "vitest"
import { setResponseTarget } from "#contract/clocks"
import { listNotifications } from "#contract/notifications"
import { assignRole, createContact } from "#contract/people"
import { movableClock } from "#test/clock"
import type { Caller } from "#test/keelson"
import { startTestKeelson } from "#test/keelson"
import { playUntil } from "#test/play"
import { memberWith, recordPartnership } from "#test/promises"
import { listDeals, moveDeal, recordDeal } from "./contract.ts"

// Monday, 09:30 in Berlin: eight open hours later is Tuesday, 09:30.
const clock = movableClock("2027-02-15T08:30:00.000Z")
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Escalating")
const [owner, admin] = [await workspace.as("owner"), await workspace.as("admin")]
const [manager, executive] = [await workspace.as("partner_manager"), await workspace.as("executive")]
await owner.call(setResponseTarget, { promise: "deal_answer", promisedMinutes: 480, warnMinutes: 60 })

const register = async (name: string, recorder: Caller = manager) => {
  const { id: partnership, organizationId } = await recordPartnership(recorder, name)
  const seller = await workspace.asPartner(organizationId, "seller")
  await seller.call(recordDeal, { partnership, name })
  return { partnership, seller }
}
const told = async (caller: Caller, name: string) =>
  (await caller.call(listNotifications, { show: "open" })).body.items
    .filter(({ payload }) => payload.title === name)
    .map(({ kind }) => kind)
    .sort()
const until = (moment: string) => playUntil(keelson, clock, moment, { hours: [] })

test("over without an answer, it goes to our sponsors of the partnership, or to who runs the workspace, once and not before it is due", async () => {
  const { email } = await memberWith(keelson, workspace, "executive")
  const contact = (await manager.call(createContact, { name: "Head", email })).body.id
  const sponsored = await register("Sponsored")
  await manager.call(assignRole, {
    ...{ partnership: sponsored.partnership, contactId: contact, role: "executive_sponsor" },
    fromOn: "2027-02-01",
  })
  const { seller } = await register("Plain")
  await register("Of an owner", owner)
  const { partnership: answered } = await register("Answered")
  const deal = (await manager.call(listDeals, { partnership: answered })).body.items[0]
  await manager.call(moveDeal, { deal: deal?.id ?? "", state: "approved" }, { ifMatch: deal?.version ?? 0 })
  await until("2027-02-16T08:29:00.000Z")
  expect(await told(manager, "Plain")).toEqual(["deal_answer_due_soon"])
  expect([await told(executive, "Sponsored"), await told(owner, "Plain")]).toEqual([[], []])
  await until("2027-02-16T08:31:00.000Z")
  const up = ["deal_answer_escalated"]
  expect([await told(executive, "Sponsored"), await told(owner, "Sponsored")]).toEqual([up, []])
  expect([await told(owner, "Plain"), await told(admin, "Plain"), await told(executive, "Plain")]).toEqual([up, up, []])
  expect(await told(manager, "Plain")).toEqual(["deal_answer_due_soon", "deal_answer_late"])
  // Who looks after it is told as such, and not once more from above.
  expect(await told(owner, "Of an owner")).toEqual(["deal_answer_due_soon", "deal_answer_late"])
  expect([await told(admin, "Of an owner"), await told(admin, "Answered")]).toEqual([up, []])
  expect(await told(seller, "Plain")).toEqual([])
})
