import { expect, test } from "vitest"
import { undoImport } from "#contract/imports"
import { invite } from "#contract/people"
import { getPartnership, listPartnerships } from "#contract/portfolio"
import { importFile, untilSettled } from "#test/imports"
import { type Caller, startTestKeelson } from "#test/keelson"
import { enter, monthly } from "#test/promises"
import { calls, days, logOf, scanned } from "#test/scans"
import * as contract from "./contract.ts"
import { firstSteps } from "./rules.ts"

// It goes on from soon after what the files tell of: half a year later nobody would be judged by it.
const ahead = Date.now() - Date.parse("2026-06-03T09:00:00.000Z")
const clock = { now: () => new Date(Date.now() - ahead).toISOString() }
const keelson = await startTestKeelson({ clock, worker: true, environment: { LOG_LEVEL: "warn" } })

const partners = "Partner,Type\nLumen,reseller\nOrbit,msp\n"
const openSteps = async (caller: Caller) =>
  (await caller.call(contract.getFirstSteps)).body.steps.filter(({ isDone }) => !isDone).map(({ step }) => step)
const look = async (caller: Caller) => (await caller.call(contract.getFirstLook)).body

test("a step is done when the workspace holds it, undone when that is taken back, and nobody ticks it off", async () => {
  const workspace = await keelson.workspace("Steps")
  const owner = await workspace.as("owner")
  // A workspace of a test has several members from the start.
  const steps = firstSteps.filter((step) => step !== "colleague")
  expect(await openSteps(owner)).toEqual(steps)
  expect((await owner.call(contract.getFirstSteps)).body.example).toBe(null)
  const run = await importFile(owner, partners)
  const told = run.unsaid.find(({ code }) => code === "owner-unsaid")
  expect(told).toMatchObject({ count: 2, usual: "importer", examples: [{ text: "Lumen" }, { text: "Orbit" }] })
  expect(await openSteps(owner), "whoever imports owns them").toEqual(steps.filter((step) => step !== "owners"))
  const { example } = (await owner.call(contract.getFirstSteps)).body
  const partnership = example?.partnershipId ?? ""
  expect((await owner.call(getPartnership, { partnership })).body.owner).not.toBe(null)
  await owner.call(undoImport, { import: run.id })
  await untilSettled(owner, run.id)
  expect(await openSteps(owner)).toEqual(steps)

  const again = await importFile(owner, partners, { answers: { "owner-unsaid:": "nobody" } })
  expect(again.state).toBe("imported")
  expect(await openSteps(owner)).toContain("owners")
  const [lumen] = (await owner.call(listPartnerships, {})).body.items
  await enter(owner, lumen?.id ?? "", [monthly("host")])
  await owner.call(invite, {
    ...{ side: "partner", organizationId: lumen?.organizationId ?? "" },
    ...{ email: "ana@lumen.example", role: "partner_admin" },
  })
  expect(await openSteps(owner)).toEqual(["look", "facts", "owners"])
})

test("what one person dismissed is theirs alone, and can be asked for again", async () => {
  const workspace = await keelson.workspace("Dismissed")
  const owner = await workspace.as("owner")
  const manager = await workspace.as("partner_manager")
  const dismissed = async (caller: Caller) => (await caller.call(contract.getFirstSteps)).body.dismissed
  expect((await owner.call(contract.dismissSteps, { steps: ["colleague", "partner"] })).body.dismissed).toEqual([
    "partner",
    "colleague",
  ])
  expect(await dismissed(owner)).toEqual(["partner", "colleague"])
  expect(await dismissed(manager)).toEqual([])
  await owner.call(contract.dismissSteps, { steps: [] })
  expect(await dismissed(owner)).toEqual([])
  expect((await (await workspace.as("viewer")).call(contract.getFirstSteps)).body.steps).toEqual([])
})

test("nothing is said before it is judged, then why nothing can be said, then what drifts", async () => {
  const workspace = await keelson.workspace("Look")
  const owner = await workspace.as("owner")
  expect(await look(owner)).toMatchObject({ judging: { state: "judged", total: 0 }, partnerships: 0, foremost: null })
  await importFile(owner, partners)
  expect(await look(owner)).toMatchObject({
    ...{ judging: { state: "waiting", done: 0, total: 2 }, whose: "mine", partnerships: 2, foremost: null },
  })
  await scanned(owner)
  expect(await look(owner)).toMatchObject({
    ...{ judging: { state: "judged" }, notScored: 2 },
    foremost: { clauses: [{ key: "not-scored", reason: "no signal observed yet" }] },
  })
  const seldom = days("2025-08-04", "2026-05-25", 21).map((day) => `Orbit,${day},call,Person 1`)
  const log = logOf(calls("Lumen", "2024-01-01", "2026-05-25"), calls("Orbit", "2024-01-01", "2025-08-01"), seldom)
  await importFile(owner, log, { kind: "activities" })
  expect((await look(owner)).judging).toMatchObject({ state: "waiting", total: 2 })
  await scanned(owner)
  const said = await look(owner)
  expect(said).toMatchObject({ judging: { state: "judged" }, partnerships: 2, notScored: 0, whose: "mine" })
  expect(said.drifting + said.silent).toBeGreaterThan(0)
  expect(said.foremost).toMatchObject({ partnershipName: "Orbit" })
  expect(said.foremost?.clauses[0]?.key).toMatch(/drifting-since|silent-since/)
  expect(await openSteps(owner)).not.toContain("look")
})
