import { expect, test } from "vitest"
import { listEventKinds } from "#contract/audit"
import { getHome } from "#contract/home"
import { listNotifications } from "#contract/notifications"
import { search } from "#contract/portfolio"
import { groupOf } from "#core/attention"
import { addDays, dateIn, weekNumber } from "#core/time"
import { buildSeries, readSeries } from "#modules/signals"
import { startTestKeelson } from "#test/keelson"
import { memberWith, recordPartnership, runQueued } from "#test/promises"
import { planVisit, visitsNear } from "./contract.ts"

const keelson = await startTestKeelson()
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")
const me = await memberWith(keelson, workspace, "partner_manager")
const partnership = await recordPartnership(manager, "Contoso", me.id)
const today = dateIn("Europe/Berlin", new Date().toISOString())

test("what the module brings is used: on the page, in the ledger, as news, as a signal, by name", async () => {
  const plan = { partnership: partnership.id, plannedOn: today, purpose: "Tour of the new plant" }
  const { status, body: visit } = await manager.call(planVisit, plan)
  expect(status).toBe(201)
  const { groups } = (await manager.call(getHome, {})).body
  expect(groupOf(groups, visitsNear)).toMatchObject({ items: [visit], counts: { near: { count: 1 } } })
  const owner = await workspace.as("owner")
  expect((await owner.call(listEventKinds, {})).body.items).toContainEqual({ kind: "visit.planned", subject: "visit" })
  await runQueued("notifications.tell", keelson)
  expect((await manager.call(listNotifications, {})).body.items).toMatchObject([{ kind: "visit_planned" }])
  const found = (await manager.call(search, { text: "new plant" })).body.items
  expect(found).toMatchObject([{ kind: "visit", id: visit.id }])
  const lastWeek = weekNumber(today)
  const series = await keelson.platform.transact(workspace.system, (tx) =>
    buildSeries(tx, keelson.platform.contributed.signals, {
      subjects: [partnership.id],
      knownAt: tx.now,
      lastWeek,
    }),
  )
  const visits = series.find(({ signal }) => signal === "visits")
  expect(visits && [...readSeries(visits, lastWeek).values]).toEqual([1])
})

test("a viewer plans nothing, and nobody plans for yesterday", async () => {
  const viewer = await workspace.as("viewer")
  const plan = { partnership: partnership.id, plannedOn: today, purpose: "x" }
  expect((await viewer.call(planVisit, plan)).status).toBe(403)
  expect((await manager.call(planVisit, { ...plan, plannedOn: addDays(today, -1) })).status).toBe(422)
})
