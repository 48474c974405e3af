import { expect, test } from "vitest"
import { modules } from "#modules-list"
import { movableClock } from "#test/clock"
import { figuresThatDiffer } from "#test/figures"
import { startTestKeelson } from "#test/keelson"
import { runJob } from "#test/promises"
import { leastInput } from "#test/requests"
import { openWorld } from "#test/visitors"

const keelson = await startTestKeelson({ clock: movableClock("2026-11-23T09:00:00.000Z") })
const world = await openWorld(keelson)
await runJob("portfolio.turn-day", keelson)

test("figures follow from tables that there are, and no two of them are one column", () => {
  const { figures } = keelson.platform.contributed
  const tables = new Set(modules.flatMap((each) => Object.keys(each.tables)))
  expect(figures.flatMap(({ of }) => of).filter((table) => !tables.has(table))).toEqual([])
  const columns = figures.flatMap((each) => Object.keys(each.columns))
  expect(new Set(columns).size).toBe(columns.length)
})

test("events that say what they change name tables that there are", () => {
  const tables = new Set(modules.flatMap((each) => Object.keys(each.tables)))
  const said = keelson.platform.contributed.events.flatMap(({ changes }) => changes ?? [])
  expect(said.filter((table) => !tables.has(table))).toEqual([])
  expect(said.length).toBeGreaterThan(0)
})

test("whatever act is done by whoever may, the stored figures are those that follow from the facts", async () => {
  const acts = modules
    .flatMap(({ actions }) => actions.map(({ endpoint }) => endpoint))
    .filter((e) => e.method !== "GET")
  const done = new Set<string>()
  const wrong: Record<string, unknown> = {}
  for (const { caller, name } of world.visitors.filter((visitor) => ["owner", "partner_admin"].includes(visitor.name)))
    for (const endpoint of acts) {
      if (endpoint.scope !== "workspace") continue
      const { status } = await caller.call(endpoint, leastInput(endpoint, world.main.ids) as never, {
        ...(endpoint.edits ? { ifMatch: 1 } : {}),
      })
      if (status < 300) done.add(`${endpoint.method} ${endpoint.path}`)
      const differing = await figuresThatDiffer(keelson, world.main.ground.workspaceId)
      if (differing.length > 0) wrong[`${name}: ${endpoint.method} ${endpoint.path}`] = differing
    }
  expect(wrong).toEqual({})
  expect(done.size).toBeGreaterThan(20)
}, 300_000)
