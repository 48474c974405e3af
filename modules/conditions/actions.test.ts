import { expect, test } from "vitest"
import { getPartnership, listPartnerships } from "#contract/portfolio"
import { editWorkspace } from "#contract/workspaces"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { enter, monthly, recordPartnership, runJob } from "#test/promises"
import { checkAttentionCondition, getAttentionCondition, setAttentionCondition } from "./contract.ts"

const clock = movableClock("2026-01-02T09:00:00.000Z")
const { moveTo } = clock
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordwind")
const owner = await workspace.as("owner")
const manager = await workspace.as("partner_manager")
const { id: partnership, organizationId } = await recordPartnership(manager, "Contoso")
await enter(manager, partnership, [monthly("host", { windowDays: 0 })])
const say = (expression: string, ifMatch: number) => owner.call(setAttentionCondition, { expression }, { ifMatch })
const attention = async () => (await manager.call(listPartnerships, {})).body.items[0]?.attention

test("said once, it marks the portfolio's lines with its reasons as things turn; taken back, it marks nothing", async () => {
  expect(await attention()).toBeNull()
  const { body } = await owner.call(getAttentionCondition, {})
  expect(body).toMatchObject({ expression: null, version: 1, abilities: { edit: true } })
  const kept = await say(" overdueOurs > 0 && !(type == 'distributor') ", body.version)
  expect(kept.body).toMatchObject({
    expression: "overdueOurs > 0 && !(type == 'distributor')",
    version: 2,
    complaint: null,
  })
  expect(await attention()).toEqual({ needed: "no", reasons: [] })
  moveTo("2026-02-10T09:00:00.000Z")
  await runJob("commitments.update-due-states", keelson)
  expect(await attention()).toMatchObject({
    needed: "yes",
    reasons: [
      { text: "overdueOurs > 0", seen: [{ name: "overdueOurs", value: 1 }] },
      { text: "type == 'distributor'" },
    ],
  })
  expect((await manager.call(getPartnership, { partnership })).body.attention).toMatchObject({ needed: "yes" })
  expect((await say("", 2)).body).toMatchObject({ expression: null, version: 3 })
  expect(await attention()).toBeNull()
})

test("what cannot be understood is refused with its place, and nothing is changed", async () => {
  const refused = await say("overdueOurs > 0 && revenue * 2 > EUR(5)", 3)
  expect(refused).toMatchObject({
    status: 422,
    body: {
      code: "expression-refused",
      detail: { complaint: { reason: "money-by-number", from: 19, found: "money in EUR * number" } },
    },
  })
  expect((await owner.call(getAttentionCondition, {})).body).toMatchObject({ expression: null, version: 3 })
  const { body } = await manager.call(checkAttentionCondition, { expression: "overdu > 1" })
  expect(body.complaint).toMatchObject({ reason: "unknown-name", found: "overdu" })
  expect((await manager.call(checkAttentionCondition, { expression: "drifting" })).body).toEqual({ complaint: null })
})

test("of two who say something else at once one is told, and managers and partners say nothing", async () => {
  const [a, b] = await Promise.all([say("drifting", 3), say("silent", 3)])
  expect([a.status, b.status].sort()).toEqual([200, 412])
  const forManager = await manager.call(setAttentionCondition, { expression: "" }, { ifMatch: 4 })
  expect(forManager.body).toMatchObject({ code: "role-may-not" })
  const partner = await workspace.asPartner(organizationId)
  expect((await partner.call(getAttentionCondition, {})).status).toBe(403)
})

test("a condition in a currency the workspace no longer has marks nothing, and says what is wrong", async () => {
  expect((await say("revenue > EUR(100)", 4)).status).toBe(200)
  const settings = { name: "Nordwind", timeZone: "Europe/Berlin", currency: "USD", falseAlarmsPerYear: 0.05 }
  expect((await owner.call(editWorkspace, settings, { ifMatch: 1 })).status).toBe(200)
  expect(await attention()).toBeNull()
  expect((await owner.call(getAttentionCondition, {})).body.complaint).toMatchObject({ reason: "wrong-type" })
})
