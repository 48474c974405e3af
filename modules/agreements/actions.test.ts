import { expect, test } from "vitest"
import { listCommitments } from "#contract/commitments"
import { listObjectives } from "#contract/objectives"
import { languageCodes } from "#core/languages"
import { partnershipTypes } from "#rules/partnerships"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { enter, monthly, recordPartnership, runJob } from "#test/promises"
import {
  editAgreement,
  enterAgreement,
  getAgreement,
  getTemplate,
  listAgreements,
  terminateAgreement,
} from "./contract.ts"

const clock = movableClock("2026-01-02T09:00:00.000Z")
const { moveTo } = clock
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")
const { id: partnership, organizationId } = await recordPartnership(manager, "Contoso")

const revenue = { category: "revenue", metric: "revenue", title: "Joint revenue", target: 1_000, unit: "EUR" } as const

test("an agreement is entered with its objectives and both sides' promises in one act, once per key", async () => {
  const input = {
    partnership,
    title: "Reseller agreement",
    startsOn: "2026-01-01",
    endsOn: "2026-12-31",
    noticeDays: 88,
    value: { amountMinor: 500_000, currency: "EUR" },
    objectives: [revenue],
    commitments: [monthly("host"), monthly("partner"), monthly("partner", { cadence: "quarterly" })],
  }
  const first = await manager.call(enterAgreement, input, { idempotencyKey: "once" })
  const again = await manager.call(enterAgreement, input, { idempotencyKey: "once" })
  expect(first.body).toMatchObject({
    state: "in_force",
    noticeOn: "2026-10-02",
    objectives: 1,
    commitments: { host: 1, partner: 2 },
  })
  expect(again.body.id).toBe(first.body.id)
  const { body } = await manager.call(listAgreements, { partnership })
  expect(body.items.filter(({ title }) => title === "Reseller agreement")).toHaveLength(1)
  const objectives = await manager.call(listObjectives, { partnership })
  expect(objectives.body.items[0]).toMatchObject({
    startsOn: "2026-01-01",
    endsOn: "2026-12-31",
    actual: null,
    attainment: null,
  })
})

test("nothing is entered when one line does not fit, and the line is named", async () => {
  const before = (await manager.call(listCommitments, { partnership })).body.commitments.length
  const answer = await manager.call(enterAgreement, {
    partnership,
    title: "Wrong",
    startsOn: "2026-01-01",
    endsOn: "2026-06-30",
    commitments: [monthly("host"), monthly("host", { endsOn: "2026-12-31" })],
  })
  expect(answer.status).toBe(422)
  expect(answer.body).toMatchObject({ code: "dates-out-of-order", detail: { field: "commitments.1.endsOn" } })
  expect((await manager.call(listCommitments, { partnership })).body.commitments).toHaveLength(before)
  const endless = await manager.call(enterAgreement, {
    partnership,
    title: "Endless",
    startsOn: "2026-01-01",
    objectives: [revenue],
  })
  expect(endless.body).toMatchObject({ code: "objective-needs-end" })
  const hours = await manager.call(enterAgreement, {
    partnership,
    title: "Hours",
    startsOn: "2026-01-01",
    commitments: [monthly("host", { measure: "within_hours" })],
  })
  expect(hours.body).toMatchObject({ errors: [{ field: "commitments.0.withinHours" }] })
})

test("of two edits of one version the second is told; promises that ran to the end follow it", async () => {
  const other = await recordPartnership(manager, "Edited")
  const made = await enter(manager, other.id, [monthly("host")])
  const input = { agreement: made.id, title: made.title, startsOn: "2026-01-01", endsOn: "2026-03-31", noticeDays: 30 }
  const first = await manager.call(editAgreement, input, { ifMatch: made.version })
  expect(first.body).toMatchObject({ endsOn: "2026-03-31", noticeOn: "2026-02-27" })
  expect((await manager.call(editAgreement, input, { ifMatch: made.version })).status).toBe(412)
  const { body } = await manager.call(listCommitments, { partnership: other.id, to: "2026-12-31" })
  expect(body.commitments[0]?.endsOn).toBe("2026-03-31")
  expect(body.occurrences.map(({ dueOn }) => dueOn)).toEqual(["2026-02-02", "2026-03-02", "2026-03-31"])
})

test("ended on a day, nothing falls due after it", async () => {
  const other = await recordPartnership(manager, "Ended")
  const made = await enter(manager, other.id, [monthly("host"), monthly("partner")])
  const outside = await manager.call(terminateAgreement, { agreement: made.id, endsOn: "2027-02-01", reason: "x" })
  expect(outside.status).toBe(422)
  const ended = await manager.call(terminateAgreement, {
    agreement: made.id,
    endsOn: "2026-02-15",
    reason: "by agreement",
  })
  expect(ended.body).toMatchObject({ state: "terminated", endsOn: "2026-02-15", abilities: { edit: "not-in-force" } })
  const { body } = await manager.call(listCommitments, { partnership: other.id, to: "2026-12-31" })
  expect(body.occurrences.map(({ firstDueOn }) => firstDueOn)).toEqual(["2026-01-31", "2026-01-31"])
  expect(
    (await manager.call(terminateAgreement, { agreement: made.id, endsOn: "2026-02-15", reason: "x" })).status,
  ).toBe(409)
})

test("an agreement past its last day expires; one that renews itself does not, and a second run changes nothing", async () => {
  const other = await recordPartnership(manager, "Expiring")
  const short = await enter(manager, other.id, [], { endsOn: "2026-01-31" })
  const renewing = await enter(manager, other.id, [], { endsOn: "2026-01-31", autoRenews: true })
  moveTo("2026-01-31T22:30:00.000Z")
  await runJob("agreements.turn-day", keelson)
  expect((await manager.call(getAgreement, { agreement: short.id })).body.state).toBe("in_force")
  moveTo("2026-01-31T23:30:00.000Z")
  for (const _ of [1, 2]) {
    await runJob("agreements.turn-day", keelson)
    expect((await manager.call(getAgreement, { agreement: short.id })).body).toMatchObject({
      state: "expired",
      version: 2,
    })
  }
  expect((await manager.call(getAgreement, { agreement: renewing.id })).body.state).toBe("in_force")
})

test("the partner reads what it signed and changes nothing; others find nothing", async () => {
  const made = await enter(manager, partnership, [])
  const partner = await workspace.asPartner(organizationId)
  expect((await partner.call(getAgreement, { agreement: made.id })).body.abilities.edit).toBe("role-may-not")
  const viewer = await workspace.as("viewer")
  for (const caller of [partner, viewer])
    expect(
      (await caller.call(terminateAgreement, { agreement: made.id, endsOn: "2026-06-30", reason: "x" })).status,
    ).toBe(403)
  const stranger = await workspace.asPartner((await recordPartnership(manager, "Fabrikam")).organizationId)
  const elsewhere = await (await keelson.workspace("Elsewhere")).as("owner")
  for (const caller of [stranger, elsewhere]) {
    expect((await caller.call(getAgreement, { agreement: made.id })).status).toBe(404)
    expect((await caller.call(listAgreements, { partnership })).status).toBe(404)
    expect((await caller.call(listObjectives, { partnership })).status).toBe(404)
    expect((await caller.call(enterAgreement, { partnership, title: "x", startsOn: "2026-01-01" })).status).not.toBe(
      201,
    )
  }
})

test("what was agreed changed, so the next scan looks again, after an edit as after a termination", async () => {
  const { id } = await recordPartnership(manager, "Looked at again")
  const isStale = async (): Promise<boolean> => {
    const { numDeletedRows } = await keelson.platform.transact(workspace.system, ({ db, actor }) =>
      db
        .deleteFrom("stalePartnership")
        .where("workspaceId", "=", actor.workspaceId)
        .where("partnershipId", "=", id)
        .executeTakeFirstOrThrow(),
    )
    return numDeletedRows === 1n
  }
  const entered = await enter(manager, id, [], { endsOn: "2027-12-31" })
  expect(await isStale()).toBe(true)
  expect(await isStale()).toBe(false)
  const { title, startsOn } = entered
  await manager.call(editAgreement, { agreement: entered.id, title, startsOn, noticeDays: 30 }, { ifMatch: 1 })
  expect(await isStale()).toBe(true)
  await manager.call(terminateAgreement, { agreement: entered.id, endsOn: "2027-06-30", reason: "sold" })
  expect(await isStale()).toBe(true)
})

test("the template of every type can be read in every language", async () => {
  const titles = new Set<string>()
  for (const language of languageCodes)
    for (const type of partnershipTypes) {
      const { body } = await manager.call(getTemplate, { type, language })
      expect(body.commitments.length).toBeGreaterThan(5)
      titles.add(body.purpose)
    }
  expect(titles.size).toBe(languageCodes.length * partnershipTypes.length)
})
